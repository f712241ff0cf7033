/** How long the page works at a stretch: recording comes in slices, so that no setting freezes the page. */
import type { Recording } from "../run/index.ts";

/** What the page's composition root gives the store: a clock, and a way to go on in a moment. */
export interface Pacing {
  /** Wall time in ms; only differences count. */
  now(): number;
  /** Runs `task` once the browser has had a chance to do something else. */
  later(task: () => void): void;
}

/** Without a clock no time goes by: everything is recorded at once, as tests want it. */
export const UNPACED: Pacing = { now: () => 0, later: (task) => task() };

/** How long a slice is, in wall ms. */
const SLICE_MS = 8;
/** Rows between two looks at the clock: some two ms. */
export const ROWS_AT_ONCE = 2_000;

/** Bytes that the recordings of a page may take together, and one of them alone. */
const PAGE_BYTES = 160 * 1024 * 1024;
const LANE_BYTES = 64 * 1024 * 1024;

/** How many bytes each of so many lanes may take. */
export function bytesOfLane(lanes: number): number {
  return Math.min(LANE_BYTES, Math.floor(PAGE_BYTES / lanes));
}

/** Takes `step` after `step`, for a slice at most. Returns whether one of them has said that all is done. */
function slice(step: () => boolean, pacing: Pacing): boolean {
  const startMs = pacing.now();
  for (;;) {
    if (step()) return true;
    if (pacing.now() - startMs >= SLICE_MS) return false;
  }
}

/**
 * Records all runs on towards `timeMs`, for a slice at most. Everything happens at whole ms: nothing lies between two
 * of them. Returns whether all are recorded as far as that.
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

/** Up to which time, in ms, all of some runs are recorded; nothing is before 0. */
export function recordedMsOf(recordings: readonly Recording[]): number {
  return Math.max(0, Math.min(...recordings.map(({ recordedMs }) => recordedMs)));
}

/**
 * Takes `step` after `step` in slices until one of them says that all is done, then calls `done`. A step takes a ms or
 * two: some 2,000 rows. Returns how to stop it.
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
