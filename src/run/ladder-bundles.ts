/** Many lines of a ladder as few: those that begin close to each other and end the same way become one area. */
import type { Segment } from "./ladder.ts";

/** Lines of one band that begin in the same part of the window. */
export interface Bundle extends Pick<Segment, "station" | "kind" | "end"> {
  /** How many lines it stands for. */
  readonly n: number;
  /** The first and the last beginning. */
  readonly fromMs: number;
  readonly fromLastMs: number;
  /** The first and the last end. */
  readonly toMs: number;
  readonly toLastMs: number;
  /** How far through the band the line that is furthest has come, and the one that is least far. */
  readonly share: number;
  readonly shareLeast: number;
}

type Growing = { -readonly [K in keyof Bundle]: Bundle[K] };

/** The bundles of some segments, which are in order of their beginnings; parts of the window are `binMs` wide. */
export function bundlesOf(
  segments: readonly Segment[],
  { fromMs, binMs }: { readonly fromMs: number; readonly binMs: number },
): Bundle[] {
  const bundles = new Map<string, Growing>();
  for (const segment of segments) {
    const { station, kind, end, share } = segment;
    const bin = Math.floor((segment.fromMs - fromMs) / binMs);
    const key = `${bin} ${station} ${kind} ${end}`;
    const bundle = bundles.get(key);
    if (bundle === undefined) {
      bundles.set(key, {
        ...{ station, kind, end, n: 1, share, shareLeast: share },
        ...{ fromMs: segment.fromMs, fromLastMs: segment.fromMs },
        ...{ toMs: segment.toMs, toLastMs: segment.toMs },
      });
      continue;
    }
    bundle.n++;
    bundle.fromLastMs = segment.fromMs;
    bundle.toMs = Math.min(bundle.toMs, segment.toMs);
    bundle.toLastMs = Math.max(bundle.toLastMs, segment.toMs);
    bundle.share = Math.max(bundle.share, share);
    bundle.shareLeast = Math.min(bundle.shareLeast, share);
  }
  return [...bundles.values()];
}
