/**
 * Which elements may still be on their way in the picture. While a run plays, elements fly. When it is paused, they
 * land; after a step only the elements that it moved fly, and after a jump none. So a picture that stands still always
 * shows what the trace says.
 */

/** The most rows that count as one step rather than a jump. */
const STEP_ROWS = 4;

export type Arrival = "flying" | "landing" | "landed";

export class Landing {
  /** Elements that moved in rows before this one have landed. */
  landedRows = 0;
  private shownRows = -1;
  private played = false;

  /** Moves the picture to where `rows` rows have happened. Returns how its elements get there. */
  arriveAt(rows: number, playing: boolean): Arrival {
    const before = this.shownRows;
    const wasPlaying = this.played;
    this.shownRows = rows;
    this.played = playing;
    if (rows < before) this.landedRows = rows;
    if (playing) return "flying";
    if (wasPlaying && rows >= before) return "landing";
    if (before >= 0 && rows > before && rows - before <= STEP_ROWS) {
      this.landedRows = before;
      return "landing";
    }
    this.landedRows = rows;
    return "landed";
  }

  /** Notes that everything has landed. */
  land(): void {
    this.landedRows = Math.max(this.landedRows, this.shownRows);
  }
}
