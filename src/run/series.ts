/** The numbers of the charts: rates, depth and losses over time. */
import type { History } from "./history.ts";
import { type Rates, ratesAt } from "./rates.ts";

export interface SeriesPoint extends Rates {
  readonly timeMs: number;
  /** The most elements that waited in buffers since the previous point. */
  readonly depth: number;
  /** The number of elements lost so far. */
  readonly lost: number;
}

export interface SeriesRange {
  /** The end of the time axis. */
  readonly toMs: number;
  /** Where the series ends: at the play head. */
  readonly untilMs: number;
  /** The most points on the whole axis, not counting the one at the play head. */
  readonly points: number;
}

/** What a point of a series stands for: some buckets, and the time at which they end. */
export interface Stretch {
  readonly timeMs: number;
  readonly fromBucket: number;
  /** The first bucket after them. */
  readonly untilBucket: number;
  /** Whether it ends within a bucket, at the play head. */
  readonly isCut: boolean;
}

/** Stretches of equal length from 0, and a last one that ends at `untilMs` itself: a chart ends at the play head. */
export function stretchesOf(bucketMs: number, { toMs, untilMs, points }: SeriesRange): Stretch[] {
  const perPoint = Math.max(1, Math.ceil(toMs / bucketMs / points - 1e-9));
  const lastMs = Math.min(untilMs, toMs);
  const complete = Math.floor(lastMs / bucketMs + 1e-9);
  const stretches: Stretch[] = [];
  let fromBucket = 0;
  for (; fromBucket + perPoint <= complete; fromBucket += perPoint) {
    const untilBucket = fromBucket + perPoint;
    stretches.push({ timeMs: untilBucket * bucketMs, fromBucket, untilBucket, isCut: false });
  }
  const shownMs = stretches.at(-1)?.timeMs ?? 0;
  if (lastMs > shownMs + 1e-9) {
    stretches.push({ timeMs: lastMs, fromBucket, untilBucket: complete, isCut: true });
  }
  return stretches;
}

export function seriesOf(history: History, range: SeriesRange): SeriesPoint[] {
  return stretchesOf(history.bucketMs, range).map(({ timeMs, fromBucket, untilBucket, isCut }) => {
    const depth = deepest(history, fromBucket, untilBucket);
    if (!isCut) return pointAt(history, timeMs, depth);
    const { waiting } = history.cursorAtRow(history.rowsUntil(timeMs));
    return pointAt(history, timeMs, Math.max(depth, waiting));
  });
}

function pointAt(history: History, timeMs: number, depth: number): SeriesPoint {
  return { timeMs, ...ratesAt(history, timeMs), depth, lost: history.lost.totalUntil(timeMs) };
}

/** The most elements that waited in the buckets from `from` to before `until`; 0 for no bucket. */
function deepest(history: History, from: number, until: number): number {
  let depth = 0;
  for (let bucket = from; bucket < until; bucket++) {
    depth = Math.max(depth, history.depthMaxAt(bucket));
  }
  return depth;
}
