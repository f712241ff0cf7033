/** The charts' numbers: rates, depth and drops over time, from the totals of a history. */
import type { History } from "./history.ts";
import { completeBuckets, type Rates, ratesOf, rateWindowMs } from "./rates.ts";

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
