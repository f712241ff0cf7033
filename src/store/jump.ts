/** A jump that takes a while: how far the runs are recorded that have to be there first. */
import type { Reaching, Recorded } from "./contract.ts";

/** Slices without any virtual time after which it is said that time stands, half a second: fewer are a busy moment. */
const STANDS_AFTER_SLICES = 60;

interface JumpProgress {
  /** How much of the way is recorded: 0 to 1. A run that ends early for want of memory is there when its memory is full. */
  readonly share: number;
  /** Rows that are recorded of all runs. */
  readonly rows: number;
  /** The virtual time that does not move on, in ms, because so much happens at it; null while it moves. */
  readonly standsAtMs: number | null;
}

export function progressOfJump({ timeMs, from, now, idleSlices }: Reaching): JumpProgress {
  return {
    share: Math.min(...now.map((run, lane) => shareOf(from[lane] ?? run, run, timeMs))),
    rows: now.reduce((sum, { rows }) => sum + rows, 0),
    standsAtMs: idleSlices < STANDS_AFTER_SLICES ? null : slowestMs(now),
  };
}

/** Whichever is larger, the share of time or that of memory, says how near the end of the way is. */
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
