/** Moves the play head of a page: by frames, by events, by hand. */
import { type Recording, rowsAfterNext, rowsBeforeLast } from "../run/index.ts";
import { lessonStopMs } from "./lesson.ts";
import type { Page } from "./page.ts";
import { type Advance, advance, roundTime, type StopKind } from "./player.ts";
import { type Position, START } from "./position.ts";

/** How many rows are recorded to find the next event: some belong to the one before. */
const STEP_ROWS = 50;

export class PlayHead {
  private readonly page: Page;
  /** Stops at or before this time have been made, or are of no interest: the run is played from here. */
  private passedMs = -1;

  constructor(page: Page) {
    this.page = page;
  }

  play(): void {
    const { recordings, paused } = this.page.state;
    const { here } = this.page;
    const ended = recordings.every((r) => r.end !== null && here.timeMs >= r.end.atMs);
    const from = ended ? START : here;
    // At 0 it may have to stop at once, but not again when it has stopped there.
    this.passedMs = from.timeMs === 0 && (ended || paused === null) ? -1 : from.timeMs;
    this.page.moveTo(from, { playing: true, paused: null });
  }

  /** Plays on by one frame; `beforeStop` is called where it stops by itself. */
  frame(wallMs: number, beforeStop: () => void): void {
    const { recordings, speed, stops, reaching } = this.page.state;
    if (reaching !== null) return;
    const { timeMs } = this.page.position;
    const { passedMs } = this;
    const next = this.untilLessonStop(
      advance(recordings, timeMs, wallMs, speed, stops, passedMs, this.page.pacing),
    );
    this.passedMs = next.position.timeMs;
    this.page.moveOn(next.position, wallMs);
    if (next.paused === null) return;
    beforeStop();
    this.page.moveTo(next.position, { playing: false, paused: next.paused });
  }

  /** Where somebody waits for the answer the run pauses by itself, unless it has done so earlier. */
  private untilLessonStop(next: Advance): Advance {
    const atMs = lessonStopMs(this.page.state);
    if (atMs === null || atMs <= this.passedMs || atMs > next.position.timeMs) return next;
    return { position: { timeMs: atMs, rows: null }, paused: "lesson" };
  }

  pause(): void {
    // Between two whole ms nothing happens: the earlier one looks the same and reads better.
    const { timeMs, rows } = this.page.position;
    this.pauseAt({ timeMs: Math.floor(timeMs), rows });
  }

  stepForward(): void {
    this.stepBy(rowsAfterNext);
  }

  stepBack(): void {
    this.stepBy(rowsBeforeLast);
  }

  seek(timeMs: number): void {
    if (Number.isNaN(timeMs)) return;
    const { recordings } = this.page.state;
    const wanted = Math.max(0, roundTime(timeMs));
    this.passedMs = wanted === 0 ? -1 : wanted;
    this.page.reach(recordings, { timeMs: wanted, rows: null }, { paused: null });
  }

  stopReaching(): void {
    this.page.stopReaching();
  }

  reset(): void {
    this.pauseAt(START);
  }

  setSpeed(speed: number): void {
    if (Number.isNaN(speed)) return;
    this.page.store.setState({ speed: Math.min(100, Math.max(0.05, speed)) });
  }

  setStop(kind: StopKind, on: boolean): void {
    const stops = new Set(this.page.state.stops);
    if (on) stops.add(kind);
    else stops.delete(kind);
    this.page.store.setState({ stops });
  }

  private pauseAt(next: Position): void {
    this.page.moveTo(next, { playing: false, paused: null });
  }

  /** The first lane leads where events are counted one by one. */
  private stepBy(rowsFrom: (trace: Recording["trace"], rows: number) => number): void {
    const { recordings } = this.page.state;
    const { position } = this.page;
    const recording = recordings[0];
    if (recording === undefined) return;
    const { trace } = recording;
    const rows = position.rows ?? trace.rowsUntil(position.timeMs);
    while (rows >= trace.length && recording.end === null) recording.advance(STEP_ROWS);
    const next = rowsFrom(trace, rows);
    if (next === rows) {
      this.pauseAt(position);
      return;
    }
    const timeMs = next === 0 ? 0 : trace.timeAt(next - 1);
    this.page.reach(recordings, { timeMs, rows: next }, { playing: false, paused: null });
  }
}
