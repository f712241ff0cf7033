/** Bundles many lines of a ladder into few areas: lines that begin close together and end the same way become one. */
import type { Ladder, LadderMark, LadderWindow, Loss, Segment } from "./ladder.ts";
import type { LadderLog, LadderSource } from "./ladder-log.ts";
import {
  STAY_ENDS,
  STAYS,
  type StayEnd,
  type StayKind,
  shareAtEnd,
  shareOfRank,
} from "./ladder-stays.ts";

/** The number of equal parts that a window is cut into: lines and marks of the same part become one. */
const BINS = 160;

/** Lines of one band that begin in the same part of the window. */
export interface Bundle extends Pick<Segment, "station" | "kind" | "end"> {
  /** The number of lines that it stands for. */
  readonly n: number;
  /** The first and the last beginning. */
  readonly fromMs: number;
  readonly fromLastMs: number;
  /** The first and the last end. */
  readonly toMs: number;
  readonly toLastMs: number;
  /** How far through the band its furthest line has come, and its least advanced one. */
  readonly share: number;
  readonly shareLeast: number;
}

type Growing = { -readonly [K in keyof Bundle]: Bundle[K] };

/** A bundle of lasting lines, with their first and last rank among all lines in their band whose end nobody knows. */
interface Ranked {
  readonly bundle: Growing;
  readonly band: number;
  readonly first: number;
  last: number;
}

const LASTS = STAY_ENDS.length;
const ENDS = LASTS + 1;

/** The bundles of all stays in a window. */
export function bundlesOf(log: LadderLog, window: LadderWindow): Bundle[] {
  const { fromMs, untilMs } = window;
  const binMs = binOf(window);
  const bundles = new Map<number, Growing>();
  const ranked = new Map<number, Ranked>();
  /** By band: the number of lasting lines whose end nobody knows. */
  const counts: number[] = [];
  log.eachIn(fromMs, untilMs, (place) => {
    const beganMs = log.fromMs(place);
    const endedMs = log.toMs(place);
    const lasts = endedMs > untilMs;
    const band = log.stations.at(place) * STAYS.length + log.kinds.at(place);
    const end = lasts ? LASTS : log.ends.at(place);
    // Lines that began before the window fall into parts to the left of it.
    const bin = Math.floor((beganMs - fromMs) / binMs);
    const key = (bin * BANDS + band) * ENDS + end;
    const toMs = lasts ? untilMs : endedMs;
    const bundle = grownBy(bundles, key, beganMs, toMs) ?? added(bundles, key, log, place, toMs);
    if (!lasts) return true;
    bundle.end = null;
    const share = log.expectedShare(place, untilMs);
    if (Number.isNaN(share)) {
      const rank = counts[band] ?? 0;
      counts[band] = rank + 1;
      const known = ranked.get(key);
      if (known === undefined) ranked.set(key, { bundle, band, first: rank, last: rank });
      else known.last = rank;
    } else if (bundle.n === 1) {
      bundle.share = share;
      bundle.shareLeast = share;
    } else {
      bundle.share = Math.max(bundle.share, share);
      bundle.shareLeast = Math.min(bundle.shareLeast, share);
    }
    return true;
  });
  for (const { bundle, band, first, last } of ranked.values()) {
    const n = counts[band] ?? 0;
    bundle.share = shareOfRank(first, n);
    bundle.shareLeast = shareOfRank(last, n);
  }
  return [...bundles.values()];
}

/** The number of bands of all the stations that a run can have. */
const BANDS = 256 * STAYS.length;

function grownBy(bundles: Map<number, Growing>, key: number, fromMs: number, toMs: number) {
  const bundle = bundles.get(key);
  if (bundle === undefined) return undefined;
  bundle.n++;
  bundle.fromLastMs = fromMs;
  if (toMs < bundle.toMs) bundle.toMs = toMs;
  if (toMs > bundle.toLastMs) bundle.toLastMs = toMs;
  return bundle;
}

function added(
  bundles: Map<number, Growing>,
  key: number,
  log: LadderLog,
  place: number,
  toMs: number,
): Growing {
  const fromMs = log.fromMs(place);
  const end = STAY_ENDS[log.ends.at(place)] as StayEnd;
  const share = shareAtEnd(end);
  const bundle: Growing = {
    station: log.stations.at(place),
    kind: STAYS[log.kinds.at(place)] as StayKind,
    ...{ end, n: 1, share, shareLeast: share },
    ...{ fromMs, fromLastMs: fromMs, toMs, toLastMs: toMs },
  };
  bundles.set(key, bundle);
  return bundle;
}

/** The marks of a window; those of one kind in the same part become one: the first of them, with their sum. */
export function bundledMarks(
  log: LadderLog,
  { trace }: LadderSource,
  window: LadderWindow,
): Pick<Ladder, "births" | "losses" | "requests"> {
  const { fromMs, untilMs } = window;
  const births = new Map<number, Summed<LadderMark>>();
  const losses = new Map<number, Summed<Loss>>();
  const requests = new Map<number, Summed<LadderMark>>();
  const binMs = binOf(window);
  const keyOf = (atMs: number, place: number) => Math.floor((atMs - fromMs) / binMs) * 256 + place;
  log.eachRowIn(log.rows.made, fromMs, untilMs, (row) => {
    const place = trace.stationAt(row);
    const atMs = trace.timeAt(row);
    sumUp(births, keyOf(atMs, place), 1, () => ({ place, atMs, n: 1 }));
  });
  log.eachRowIn(log.rows.lost, fromMs, untilMs, (row, index) => {
    const loss = log.lossAt(index, row);
    const key = keyOf(loss.atMs, loss.place) * 2 + (loss.share > 0 ? 1 : 0);
    sumUp(losses, key, 1, () => loss);
  });
  log.eachRowIn(log.rows.requested, fromMs, untilMs, (row) => {
    const mark = requestAt({ trace }, row);
    sumUp(requests, keyOf(mark.atMs, mark.place), mark.n, () => mark);
  });
  return {
    births: [...births.values()],
    losses: [...losses.values()],
    requests: [...requests.values()],
  };
}

/** Returns a row's request as a mark; -1 in the row stands for a request without bound. */
export function requestAt({ trace }: Pick<LadderSource, "trace">, row: number): LadderMark {
  const n = trace.elementAt(row);
  const counted = n < 0 ? Number.POSITIVE_INFINITY : n;
  return { place: trace.stationAt(row), atMs: trace.timeAt(row), n: counted };
}

function binOf({ fromMs, toMs }: LadderWindow): number {
  return (toMs - fromMs) / BINS;
}

type Summed<M extends LadderMark> = Omit<M, "n"> & { n: number };

function sumUp<M extends LadderMark>(
  sums: Map<number, Summed<M>>,
  key: number,
  n: number,
  first: () => M,
): void {
  const sum = sums.get(key);
  if (sum === undefined) sums.set(key, { ...first() });
  else sum.n += n;
}
