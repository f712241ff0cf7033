/**
 * The ladder of a run: stations as bands over time, and each element a line that crosses a band while it is there.
 * Read from every row of the trace up to a time; nothing in a ladder changes afterwards.
 */
import { type Bundle, bundledMarks, bundlesOf, requestAt } from "./ladder-bundles.ts";
import { type LadderLog, type LadderSource, ladderLogOf } from "./ladder-log.ts";
import {
  STAY_ENDS,
  STAYS,
  type StayEnd,
  type StayKind,
  shareAtEnd,
  shareOfRank,
} from "./ladder-stays.ts";

/** More elements than this are drawn in bundles. */
export const MOST_LINES = 400;

export interface LadderWindow {
  readonly fromMs: number;
  /** The right edge: bundles are as wide as it takes for 160 of them up to there. */
  readonly toMs: number;
  /** Nothing later than this is told: the play head. */
  readonly untilMs: number;
}

/** A stay of one element in one station, as it is known at the end of the window. */
export interface Segment {
  readonly element: number;
  /** Number of the station whose band the line crosses. */
  readonly station: number;
  readonly kind: StayKind;
  readonly fromMs: number;
  /** When it ended, or the end of the window. */
  readonly toMs: number;
  /** How it ended; null while it lasts. */
  readonly end: StayEnd | null;
  /** How far through the band the line has come at `toMs`: 1 where the element went on. */
  readonly share: number;
}

/** Something that happened at one moment; `n` times in a bundle. */
export interface LadderMark {
  /** Number of the station; of a request that of the connection. */
  readonly place: number;
  readonly atMs: number;
  readonly n: number;
}

export interface Loss extends LadderMark {
  /** The element; of a bundle the first of them. */
  readonly element: number;
  /** Its rule's number in the recording's `losses`. */
  readonly rule: number;
  /** How far through the band of `place` the line had come; 0 where there is no line. */
  readonly share: number;
}

export interface Ladder {
  /** Whether the lines of elements are bundled: then there are no segments. */
  readonly bundled: boolean;
  readonly segments: readonly Segment[];
  readonly bundles: readonly Bundle[];
  /** Elements that were made, by their source's station. */
  readonly births: readonly LadderMark[];
  readonly losses: readonly Loss[];
  /** `n` more were requested over a connection; Infinity: without bound. */
  readonly requests: readonly LadderMark[];
}

/** The ladder of a window of a run. */
export function ladderOf(source: LadderSource, window: LadderWindow): Ladder {
  const log = ladderLogOf(source);
  if (!holdsMoreThan(log, window, MOST_LINES)) {
    const segments = segmentsOf(log, window);
    return { bundled: false, segments, bundles: [], ...marksOf(log, source, window) };
  }
  const bundles = bundlesOf(log, window);
  return { bundled: true, segments: [], bundles, ...bundledMarks(log, source, window) };
}

/** The stays in a window, in order of their beginnings. */
export function segmentsOf(
  log: LadderLog,
  { fromMs, untilMs }: Pick<LadderWindow, "fromMs" | "untilMs">,
): Segment[] {
  const segments: Segment[] = [];
  /** By band: those that last and whose end nobody knows. */
  const unknown = new Map<number, number[]>();
  log.eachIn(fromMs, untilMs, (place) => {
    const toMs = log.toMs(place);
    const lasts = toMs > untilMs;
    const station = log.stations.at(place);
    const kind = log.kinds.at(place);
    const end = lasts ? null : (STAY_ENDS[log.ends.at(place)] as StayEnd);
    const share = end === null ? log.expectedShare(place, untilMs) : shareAtEnd(end);
    if (Number.isNaN(share)) {
      const band = station * STAYS.length + kind;
      const others = unknown.get(band);
      if (others === undefined) unknown.set(band, [segments.length]);
      else others.push(segments.length);
    }
    segments.push({
      ...{ element: log.elements.at(place), station, kind: STAYS[kind] as StayKind },
      ...{ fromMs: log.fromMs(place), toMs: lasts ? untilMs : toMs, end, share },
    });
    return true;
  });
  for (const indices of unknown.values()) {
    for (const [rank, index] of indices.entries()) {
      const share = shareOfRank(rank, indices.length);
      segments[index] = { ...(segments[index] as Segment), share };
    }
  }
  return segments;
}

function holdsMoreThan(log: LadderLog, { fromMs, untilMs }: LadderWindow, most: number): boolean {
  let losses = 0;
  log.eachRowIn(log.lossRows, fromMs, untilMs, () => {
    losses++;
  });
  if (losses > most) return true;
  const elements = new Set<number>();
  log.eachIn(fromMs, untilMs, (place) => {
    elements.add(log.elements.at(place));
    return elements.size <= most;
  });
  return elements.size > most;
}

function marksOf(
  log: LadderLog,
  { trace }: LadderSource,
  { fromMs, untilMs }: LadderWindow,
): Pick<Ladder, "births" | "losses" | "requests"> {
  const births: LadderMark[] = [];
  const losses: Loss[] = [];
  const requests: LadderMark[] = [];
  log.eachRowIn(log.madeRows, fromMs, untilMs, (row) => {
    births.push({ place: trace.stationAt(row), atMs: trace.timeAt(row), n: 1 });
  });
  log.eachRowIn(log.lossRows, fromMs, untilMs, (row, index) => {
    losses.push(log.lossAt(index, row));
  });
  log.eachRowIn(log.requestRows, fromMs, untilMs, (row) => {
    requests.push(requestAt({ trace }, row));
  });
  return { births, losses, requests };
}
