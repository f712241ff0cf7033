/** Moves the play head of a page: by frames, by events, by hand. */
import { type Recording, rowsAfterNext, rowsBeforeLast } from "../run/index.ts";
import { lessonStopMs } from "./lesson.ts";
import type { Page } from "./page.ts";
import { type Advance, advance, roundTime, type StopKind } from "./player.ts";
import { type Position, START } from "./position.ts";

/** How many rows are recorded at a time to find the next event: some rows belong to the event before. */
const STEP_ROWS = 50;

export class PlayHead {
  private readonly page: Page;
  /** The run does not stop at or before this time, in ms: it has stopped there already, or it is played from there. */
  private passedMs = -1;

  constructor(page: Page) {
    this.page = page;
  }

  play(): void {
    const { recordings, paused } = this.page.state;
    const { here } = this.page;
    const ended = recordings.every((r) => r.end !== null && here.timeMs >= r.end.atMs);
    const from = ended ? START : here;
    // A run may stop at 0 right away, but not again once it has stopped there.
    this.passedMs = from.timeMs === 0 && (ended || paused === null) ? -1 : from.timeMs;
    this.page.moveTo(from, { playing: true, paused: null });
  }

  /** Plays one frame of `wallMs`. Calls `beforeStop` if the run stops by itself. */
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

  /** Cuts an advance at the time where the answer of the lesson shows, if it crosses that time. */
  private untilLessonStop(next: Advance): Advance {
    const atMs = lessonStopMs(this.page.state);
    if (atMs === null || atMs <= this.passedMs || atMs > next.position.timeMs) return next;
    return { position: { timeMs: atMs, rows: null }, paused: "lesson" };
  }

  pause(): void {
    // Nothing happens between two whole ms: the earlier one looks the same and reads better.
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

  /** Steps to another event of the first lane; the other lanes follow by time. */
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
