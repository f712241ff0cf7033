/** The charts' numbers: rates, depth and drops over time, from the totals of a history. */
import type { EventTally } from "./event-tally.ts";
import type { History } from "./history.ts";
import { ratePerSec } from "./rate.ts";

export interface SeriesPoint extends Rates {
  readonly timeMs: number;
  /** The deepest that the buffer was since the point before. */
  readonly depth: number;
  /** How many were dropped up to here. */
  readonly dropped: number;
}

export interface SeriesRange {
  /** End of the time axis. */
  readonly toMs: number;
  /** Nothing later than this is shown: the play head. */
  readonly untilMs: number;
  /** How many points the whole axis has at most. */
  readonly points: number;
}

/** Rates are counted over this share of the axis, and over a second at least. */
const WINDOW_SHARE = 1 / 30;
const MIN_WINDOW_MS = 1000;

/**
 * Points at equal distances from 0 to `untilMs`. Each rate is that of the window before its point (a
 * thirtieth of the axis, at least 1 s).
 */
export function seriesOf(history: History, { toMs, untilMs, points }: SeriesRange): SeriesPoint[] {
  const { bucketMs } = history;
  const perPoint = Math.max(1, Math.ceil(toMs / bucketMs / points - 1e-9));
  const windowMs = rateWindowMs(toMs);
  const complete = completeBuckets(history, untilMs);
  const series: SeriesPoint[] = [];
  for (let end = perPoint; end <= complete && end * bucketMs <= toMs + 1e-9; end += perPoint) {
    let depth = 0;
    for (let bucket = end - perPoint; bucket < end; bucket++) {
      depth = Math.max(depth, history.depthMaxAt(bucket));
    }
    series.push({
      timeMs: end * bucketMs,
      ...ratesOf(history, end - 1, windowMs),
      depth,
      dropped: history.dropped.totalAt(end - 1),
    });
  }
  return series;
}

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

function ratesOf(history: History, bucket: number, windowMs: number): Rates {
  const { produced, done, dropped, bucketMs } = history;
  const windowBuckets = Math.max(1, Math.round(windowMs / bucketMs));
  const rate = (tally: EventTally) => ratePerSec(tally, bucket, windowBuckets, bucketMs);
  return { producedPerSec: rate(produced), donePerSec: rate(done), droppedPerSec: rate(dropped) };
}

/** How many buckets lie wholly before a time. */
function completeBuckets({ bucketMs }: History, timeMs: number): number {
  return Math.floor(timeMs / bucketMs + 1e-9);
}
