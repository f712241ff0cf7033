/** Recording and reading in slices, so that no setting freezes the page. */
import type { Recording } from "../run/index.ts";

/** What `main.tsx` gives the store: a clock, and a way to continue later. */
export interface Pacing {
  /** Wall time in ms; only differences count. */
  now(): number;
  /** Runs `task` once the browser has had a chance to do something else. */
  later(task: () => void): void;
}

/** A clock that stands still, so that everything is recorded at once: for tests. */
export const UNPACED: Pacing = { now: () => 0, later: (task) => task() };

/** The length of a slice, in wall ms. */
const SLICE_MS = 8;
/** The number of rows between two readings of the clock, which take about 2 ms. */
export const ROWS_AT_ONCE = 2_000;

/** The most bytes for all recordings of a page together, and for one of them. */
const PAGE_BYTES = 160 * 1024 * 1024;
const LANE_BYTES = 64 * 1024 * 1024;

/** The most bytes that each of `lanes` lanes may take. */
export function bytesOfLane(lanes: number): number {
  return Math.min(LANE_BYTES, Math.floor(PAGE_BYTES / lanes));
}

/** Calls `step` until it returns true or the slice is over. Returns whether it returned true. */
function slice(step: () => boolean, pacing: Pacing): boolean {
  const startMs = pacing.now();
  for (;;) {
    if (step()) return true;
    if (pacing.now() - startMs >= SLICE_MS) return false;
  }
}

/**
 * Records all runs towards `timeMs`, rounded down because everything happens at whole ms, for one slice at most. Returns
 * whether all of them are recorded that far.
 */
export function recordSlice(
  recordings: readonly Recording[],
  timeMs: number,
  pacing: Pacing,
): boolean {
  const target = Math.floor(timeMs);
  const isThere = (all: boolean, each: Recording) => each.advance(ROWS_AT_ONCE, target) && all;
  return slice(() => recordings.reduce(isThere, true), pacing);
}

/** The time, in ms, up to which all `recordings` are recorded; at least 0. */
export function recordedMsOf(recordings: readonly Recording[]): number {
  return Math.max(0, Math.min(...recordings.map(({ recordedMs }) => recordedMs)));
}

/**
 * Calls `step` in slices until it returns true, then calls `done`. A call should take 1 or 2 ms, the time for about 2,000
 * rows. Returns a function that cancels it.
 */
export function inSlices(step: () => boolean, pacing: Pacing, done: () => void): () => void {
  let isCancelled = false;
  const goOn = () => {
    if (isCancelled) return;
    if (slice(step, pacing)) done();
    else pacing.later(goOn);
  };
  pacing.later(goOn);
  return () => {
    isCancelled = true;
  };
}
