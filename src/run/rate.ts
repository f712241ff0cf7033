/** How fast something happens at a time of a run: the only definition, used wherever a rate is shown. */
import type { Instants } from "./instants.ts";

const WINDOW_MS = 1000;
/** A rate over less time than this would be meaningless. */
const LEAST_MS = 200;

/**
 * Events per second at `timeMs`; NaN where it is not known yet.
 *
 * Let b be the last instant at or before t, and a the last one at or before both t - 1 s and b - 200 ms (the first
 * instant if there is none; time 0 if b is the first). The first rule that applies decides. Before any event, the rate
 * is unknown up to 1 s and then 0. It is 0 once t - b exceeds both 1 s and the gap before b (for the first event: b
 * itself). It is unknown while b - a is under 200 ms. Otherwise it is the number of events in (a, b], divided by b - a.
 * So a steady rhythm shows a steady rate, and silence shows 0.
 */
export function ratePerSec(instants: Instants, timeMs: number): number {
  const b = instants.lastUntil(timeMs);
  if (b < 0) return timeMs <= WINDOW_MS ? Number.NaN : 0;
  const bMs = instants.timeAt(b);
  const gapMs = b === 0 ? bMs : bMs - instants.timeAt(b - 1);
  if (timeMs - bMs > Math.max(WINDOW_MS, gapMs)) return 0;
  const before = instants.lastUntil(Math.min(timeMs - WINDOW_MS, bMs - LEAST_MS));
  const a = Math.max(before, 0);
  const aMs = b === 0 ? 0 : instants.timeAt(a);
  if (bMs - aMs < LEAST_MS) return Number.NaN;
  const events = instants.totalAt(b) - (b === 0 ? 0 : instants.totalAt(a));
  return (1000 * events) / (bMs - aMs);
}
