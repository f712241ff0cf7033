/** The charts' numbers: rates, depth and drops over time, from the totals of a history. */
import type { History } from "./history.ts";

export interface SeriesPoint {
  readonly timeMs: number;
  readonly producedPerSec: number;
  readonly donePerSec: number;
  /** The deepest that the buffer was since the point before. */
  readonly depth: number;
  readonly droppedPerSec: number;
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
 * Points at equal distances from 0 to `untilMs`. Each rate is the mean over the window before its point
 * (a thirtieth of the axis, at least 1 s; at the beginning, over what there is).
 */
export function seriesOf(history: History, { toMs, untilMs, points }: SeriesRange): SeriesPoint[] {
  const { bucketMs } = history;
  const perPoint = Math.max(1, Math.ceil(toMs / bucketMs / points - 1e-9));
  const windowBuckets = Math.max(
    1,
    Math.round(Math.max(MIN_WINDOW_MS, toMs * WINDOW_SHARE) / bucketMs),
  );
  const complete = Math.floor(untilMs / bucketMs + 1e-9);
  const series: SeriesPoint[] = [];
  for (let end = perPoint; end <= complete && end * bucketMs <= toMs + 1e-9; end += perPoint) {
    series.push(pointAt(history, end, perPoint, windowBuckets));
  }
  return series;
}

function pointAt(
  history: History,
  end: number,
  perPoint: number,
  windowBuckets: number,
): SeriesPoint {
  const now = history.totalsAt(end - 1);
  const start = Math.max(0, end - windowBuckets);
  const before = start === 0 ? NOTHING_YET : history.totalsAt(start - 1);
  const windowSec = ((end - start) * history.bucketMs) / 1000;
  let depth = 0;
  for (let bucket = end - perPoint; bucket < end; bucket++) {
    depth = Math.max(depth, history.totalsAt(bucket).depthMax);
  }
  return {
    timeMs: end * history.bucketMs,
    producedPerSec: (now.produced - before.produced) / windowSec,
    donePerSec: (now.done - before.done) / windowSec,
    droppedPerSec: (now.dropped - before.dropped) / windowSec,
    depth,
    dropped: now.dropped,
  };
}

const NOTHING_YET = { produced: 0, done: 0, dropped: 0 };

/** Rates over the last second before `timeMs` (or since the start), exact to the event. */
export function ratesAt(
  history: History,
  timeMs: number,
): { producedPerSec: number; donePerSec: number; droppedPerSec: number } {
  const windowMs = Math.min(MIN_WINDOW_MS, timeMs);
  if (windowMs <= 0) return { producedPerSec: 0, donePerSec: 0, droppedPerSec: 0 };
  const before = totals(history, timeMs - windowMs);
  const now = totals(history, timeMs);
  const perSec = (count: number) => (count * 1000) / windowMs;
  return {
    producedPerSec: perSec(now.produced - before.produced),
    donePerSec: perSec(now.done - before.done),
    droppedPerSec: perSec(now.dropped - before.dropped),
  };
}

function totals(history: History, timeMs: number) {
  const { produced, done, dropped } = history.stateAt(timeMs);
  return { produced, done, dropped };
}
