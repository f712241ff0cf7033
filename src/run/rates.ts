/** How many elements a second went in, came out and were lost, as means over a window of time. */
import type { EventTally } from "./event-tally.ts";
import type { History } from "./history.ts";
import { ratePerSec } from "./rate.ts";

/** Rates are counted over this share of the axis, and over a second at least. */
const WINDOW_SHARE = 1 / 30;
const MIN_WINDOW_MS = 1000;

/** How much time before a point its rate is the mean of, on an axis of `toMs`. */
export function rateWindowMs(toMs: number): number {
  return Math.max(MIN_WINDOW_MS, toMs * WINDOW_SHARE);
}

export interface Rates {
  readonly producedPerSec: number;
  readonly donePerSec: number;
  readonly droppedPerSec: number;
}

/** Rates over the last second before `timeMs`, or another window, as of the last bucket of time that is complete then. */
export function ratesAt(history: History, timeMs: number, windowMs: number = MIN_WINDOW_MS): Rates {
  return ratesOf(history, completeBuckets(history, timeMs) - 1, windowMs);
}

/** Rates over the window that ends with a bucket of time. */
export function ratesOf(history: History, bucket: number, windowMs: number): Rates {
  const { produced, done, dropped, bucketMs } = history;
  const windowBuckets = Math.max(1, Math.round(windowMs / bucketMs));
  const rate = (tally: EventTally) => ratePerSec(tally, bucket, windowBuckets, bucketMs);
  return { producedPerSec: rate(produced), donePerSec: rate(done), droppedPerSec: rate(dropped) };
}

/** How many buckets lie wholly before a time. */
export function completeBuckets({ bucketMs }: History, timeMs: number): number {
  return Math.floor(timeMs / bucketMs + 1e-9);
}
