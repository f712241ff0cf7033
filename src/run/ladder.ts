/**
 * The ladder of a run: stations as bands over time, and each element a line that crosses a band while it is there.
 * Read from every row of the trace up to a time; nothing in a ladder changes afterwards.
 */
import { type Bundle, bundlesOf } from "./ladder-bundles.ts";
import {
  type LadderLog,
  type LadderSource,
  ladderLogOf,
  STAY_ENDS,
  STAYS,
  type StayEnd,
  type StayKind,
} from "./ladder-log.ts";

/** More elements than this are drawn in bundles. */
export const MOST_LINES = 400;

export interface LadderWindow {
  readonly fromMs: number;
  /** The right edge: bundles are as wide as it takes for `BINS` of them up to there. */
  readonly toMs: number;
  /** Nothing later than this is told: the play head. */
  readonly untilMs: number;
}

/** Into how many parts of equal length a window is cut where elements come in bundles. */
const BINS = 160;

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
  const bundled = holdsMoreThan(log, window, MOST_LINES);
  const segments = segmentsOf(log, window);
  const binMs = (window.toMs - window.fromMs) / BINS;
  const bins = { fromMs: window.fromMs, binMs };
  const marks = {
    births: birthsOf(log, source, window),
    losses: lossesOf(log, source, window, segments),
    requests: requestsOf(log, source, window),
  };
  if (!bundled) return { bundled, segments, bundles: [], ...marks };
  return {
    bundled,
    segments: [],
    bundles: bundlesOf(segments, bins),
    births: gathered(marks.births, bins, ({ place }) => `${place}`),
    losses: gathered(marks.losses, bins, ({ place, share }) => `${place} ${share}`),
    requests: gathered(marks.requests, bins, ({ place }) => `${place}`),
  };
}

/** The stays in a window, in order of their beginnings. */
export function segmentsOf(log: LadderLog, { fromMs, untilMs }: LadderWindow): Segment[] {
  const segments: Segment[] = [];
  const lasting = new Map<number, number[]>();
  log.eachIn(fromMs, untilMs, (place) => {
    const toMs = log.to.at(place);
    const lasts = toMs > untilMs;
    const station = log.stations.at(place);
    const kind = log.kinds.at(place);
    const end = lasts ? null : (STAY_ENDS[log.ends.at(place)] as StayEnd);
    if (lasts) {
      const band = station * STAYS.length + kind;
      const others = lasting.get(band);
      if (others === undefined) lasting.set(band, [segments.length]);
      else others.push(segments.length);
    }
    segments.push({
      element: log.elements.at(place),
      station,
      kind: STAYS[kind] as StayKind,
      fromMs: log.from.at(place),
      toMs: lasts ? untilMs : toMs,
      end,
      share: lasts ? expectedShare(log, place, untilMs) : shareAtEnd(end),
    });
    return true;
  });
  for (const indices of lasting.values()) spread(segments, indices);
  return segments;
}

/** A line that ends within its band ends in the middle of it. */
function shareAtEnd(end: StayEnd | null): number {
  return end === "lost" || end === "merged" ? 0.5 : 1;
}

/** How much of the expected time has passed; NaN where nobody knows how long it takes. */
function expectedShare(log: LadderLog, place: number, timeMs: number): number {
  const fromMs = log.from.at(place);
  const share = (timeMs - fromMs) / (log.due.at(place) - fromMs);
  return Math.min(1, Math.max(0, share));
}

/** Those whose end nobody knows stand behind each other in their band: who came first has come furthest. */
function spread(segments: Segment[], indices: readonly number[]): void {
  const unknown = indices.filter((index) => Number.isNaN(segments[index]?.share));
  for (const [rank, index] of unknown.entries()) {
    const share = (unknown.length - rank) / (unknown.length + 1);
    segments[index] = { ...(segments[index] as Segment), share };
  }
}

function holdsMoreThan(log: LadderLog, { fromMs, untilMs }: LadderWindow, most: number): boolean {
  if (log.rowsIn(log.lossRows, fromMs, untilMs).length > most) return true;
  const elements = new Set<number>();
  log.eachIn(fromMs, untilMs, (place) => {
    elements.add(log.elements.at(place));
    return elements.size <= most;
  });
  return elements.size > most;
}

function birthsOf(log: LadderLog, { trace }: LadderSource, window: LadderWindow): LadderMark[] {
  return log
    .rowsIn(log.madeRows, window.fromMs, window.untilMs)
    .map((row) => ({ place: trace.stationAt(row), atMs: trace.timeAt(row), n: 1 }));
}

/** A loss stands where the element's line ends; without a line at the station that tells of it. */
function lossesOf(
  log: LadderLog,
  { trace }: LadderSource,
  window: LadderWindow,
  segments: readonly Segment[],
): Loss[] {
  const ends = new Map<number, Segment>();
  for (const each of segments) if (each.end === "lost") ends.set(each.element, each);
  return log.rowsIn(log.lossRows, window.fromMs, window.untilMs).map((row) => {
    const element = trace.elementAt(row);
    const line = ends.get(element);
    return {
      element,
      rule: trace.detailAt(row),
      place: line?.station ?? trace.stationAt(row),
      share: line?.share ?? 0,
      atMs: trace.timeAt(row),
      n: 1,
    };
  });
}

function requestsOf(log: LadderLog, { trace }: LadderSource, window: LadderWindow): LadderMark[] {
  return log.rowsIn(log.requestRows, window.fromMs, window.untilMs).map((row) => {
    const n = trace.elementAt(row);
    const counted = n < 0 ? Number.POSITIVE_INFINITY : n;
    return { place: trace.stationAt(row), atMs: trace.timeAt(row), n: counted };
  });
}

/** Marks of the same kind that lie in the same part of a window as one: the first of them, with the sum. */
function gathered<M extends LadderMark>(
  marks: readonly M[],
  { fromMs, binMs }: { readonly fromMs: number; readonly binMs: number },
  keyOf: (mark: M) => string,
): M[] {
  const sums = new Map<string, M>();
  for (const mark of marks) {
    const key = `${Math.floor((mark.atMs - fromMs) / binMs)} ${keyOf(mark)}`;
    const first = sums.get(key);
    sums.set(key, first === undefined ? mark : { ...first, n: first.n + mark.n });
  }
  return [...sums.values()];
}
