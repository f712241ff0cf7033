/** The progress of a jump: how much of what it needs has been recorded. */
import type { Reaching, Recorded } from "./contract.ts";

/** After this many slices, about half a second, without any virtual time, the page says that time stands still. */
const STANDS_AFTER_SLICES = 60;

interface JumpProgress {
  /** The share of the jump that is recorded, from 0 to 1. A run that ends early for lack of memory counts as whole. */
  readonly share: number;
  /** The number of rows recorded in all runs. */
  readonly rows: number;
  /** The virtual time, in ms, that stands still because so much happens at it; null while time advances. */
  readonly standsAtMs: number | null;
}

export function progressOfJump({ timeMs, from, now, idleSlices }: Reaching): JumpProgress {
  return {
    share: Math.min(...now.map((run, lane) => shareOf(from[lane] ?? run, run, timeMs))),
    rows: now.reduce((sum, { rows }) => sum + rows, 0),
    standsAtMs: idleSlices < STANDS_AFTER_SLICES ? null : slowestMs(now),
  };
}

/** The progress of one run: the larger of its share of the time and its share of the memory. */
function shareOf(from: Recorded, now: Recorded, timeMs: number): number {
  if (now.isOver || now.timeMs >= timeMs) return 1;
  const startMs = Math.max(0, from.timeMs);
  const ofTime = (now.timeMs - startMs) / Math.max(1, timeMs - startMs);
  const ofMemory = (now.fullness - from.fullness) / Math.max(0.01, 1 - from.fullness);
  return Math.min(1, Math.max(0, ofTime, ofMemory));
}

function slowestMs(runs: readonly Recorded[]): number {
  return Math.max(0, Math.min(...runs.map(({ timeMs }) => timeMs)));
}
