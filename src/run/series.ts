/** The charts' numbers: rates, depth and losses over time. */
import type { History } from "./history.ts";
import { type Rates, ratesAt } from "./rates.ts";

export interface SeriesPoint extends Rates {
  readonly timeMs: number;
  /** The most that waited in buffers since the point before. */
  readonly depth: number;
  /** How many were lost up to here. */
  readonly lost: number;
}

export interface SeriesRange {
  /** End of the time axis. */
  readonly toMs: number;
  /** Nothing later than this is shown: the play head. */
  readonly untilMs: number;
  /** How many points the whole axis has at most, beside the one at the play head. */
  readonly points: number;
}

/** Points at equal distances from 0, and one at `untilMs` itself: a chart ends where the play head stands. */
export function seriesOf(history: History, { toMs, untilMs, points }: SeriesRange): SeriesPoint[] {
  const { bucketMs } = history;
  const perPoint = Math.max(1, Math.ceil(toMs / bucketMs / points - 1e-9));
  const lastMs = Math.min(untilMs, toMs);
  const complete = Math.floor(lastMs / bucketMs + 1e-9);
  const series: SeriesPoint[] = [];
  let end = perPoint;
  for (; end <= complete; end += perPoint) {
    series.push(pointAt(history, end * bucketMs, deepest(history, end - perPoint, end)));
  }
  const shownMs = series.at(-1)?.timeMs ?? 0;
  if (lastMs > shownMs + 1e-9) {
    const state = history.cursorAtRow(history.rowsUntil(lastMs));
    const depth = Math.max(deepest(history, end - perPoint, complete), state.waiting);
    series.push(pointAt(history, lastMs, depth));
  }
  return series;
}

function pointAt(history: History, timeMs: number, depth: number): SeriesPoint {
  return { timeMs, ...ratesAt(history, timeMs), depth, lost: history.lost.totalUntil(timeMs) };
}

/** The most that waited in some buckets; 0 for none. */
function deepest(history: History, from: number, until: number): number {
  let depth = 0;
  for (let bucket = from; bucket < until; bucket++) {
    depth = Math.max(depth, history.depthMaxAt(bucket));
  }
  return depth;
}
