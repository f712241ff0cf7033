/**
 * Which elements may still be on their way in the picture. While a run plays, elements fly; when it is
 * paused they come to land, a step lets only the stepped event's element fly, and a jump lets none. So a
 * run that stands still is always seen as the trace has it.
 */

/** As many rows as one step may take in. */
const STEP_ROWS = 4;

export type Arrival = "flying" | "landing" | "landed";

export class Landing {
  /** Elements that moved in rows before this one have landed. */
  landedRows = 0;
  private shownRows = -1;
  private played = false;

  /** The picture comes to stand after `rows` rows: what of it moves. */
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

  /** Everything has landed. */
  land(): void {
    this.landedRows = Math.max(this.landedRows, this.shownRows);
  }
}
