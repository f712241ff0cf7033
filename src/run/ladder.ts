/**
 * The ladder of a run: each station is a band over time, and each element a line that crosses a band while it is there.
 * A ladder is read from all rows of the trace up to a time, and never changes afterwards.
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
  /** The right edge; the window up to here is cut into the equal parts that bundles cover. */
  readonly toMs: number;
  /** Where the ladder ends: at the play head. */
  readonly untilMs: number;
}

/** A stay of one element in one station, as it is known at the end of the window. */
export interface Segment {
  readonly element: number;
  /** The number of the station whose band the line crosses. */
  readonly station: number;
  readonly kind: StayKind;
  readonly fromMs: number;
  /** When it ended, or the end of the window. */
  readonly toMs: number;
  /** How it ended; null while it lasts. */
  readonly end: StayEnd | null;
  /** How far through the band the line has come at `toMs`; 1 if the element moved on. */
  readonly share: number;
}

/** Something that happened at one moment, or `n` times close to it if marks are bundled. */
export interface LadderMark {
  /** The number of the station, or of the connection for a request. */
  readonly place: number;
  readonly atMs: number;
  readonly n: number;
}

export interface Loss extends LadderMark {
  /** The element; the first one in a bundle. */
  readonly element: number;
  /** The number of its rule in the recording's `losses`. */
  readonly rule: number;
  /** How far through the band of `place` the line had come; 0 if there is no line. */
  readonly share: number;
}

export interface Ladder {
  /** Whether lines are bundled; if so, `segments` is empty. */
  readonly bundled: boolean;
  readonly segments: readonly Segment[];
  readonly bundles: readonly Bundle[];
  /** The elements that were made, at their source's station. */
  readonly births: readonly LadderMark[];
  readonly losses: readonly Loss[];
  /** Requests for `n` more over a connection; Infinity for one without bound. */
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

/** Selects the stays that last at some time in the window and have begun by `beganByMs` (by default, by its end). */
interface StayWindow extends Pick<LadderWindow, "fromMs" | "untilMs"> {
  readonly beganByMs?: number;
}

/** The stays in a window, in order of their beginnings. */
export function segmentsOf(
  log: LadderLog,
  { fromMs, untilMs, beganByMs = untilMs }: StayWindow,
): Segment[] {
  const places: number[] = [];
  log.eachIn(fromMs, beganByMs, (place) => {
    places.push(place);
    return true;
  });
  return segmentsAt(log, places, untilMs);
}

/** The stays at `places` of the log, as they are at `untilMs`. */
export function segmentsAt(log: LadderLog, places: readonly number[], untilMs: number): Segment[] {
  /** Computed when the first stay needs it. */
  let ranks: ReadonlyMap<number, number> | null = null;
  return places.map((place) => {
    const toMs = log.toMs(place);
    const lasts = toMs > untilMs;
    const end = lasts ? null : (STAY_ENDS[log.ends.at(place)] as StayEnd);
    let share = end === null ? log.expectedShare(place, untilMs) : shareAtEnd(end);
    if (Number.isNaN(share)) {
      ranks ??= rankShares(log, untilMs);
      share = ranks.get(place) as number;
    }
    return {
      ...{ element: log.elements.at(place), station: log.stations.at(place), share, end },
      ...{ kind: STAYS[log.kinds.at(place)] as StayKind },
      ...{ fromMs: log.fromMs(place), toMs: lasts ? untilMs : toMs },
    };
  });
}

/** The shares of the stays that last at `untilMs` and whose end nobody knows, by place: from their rank in the band. */
function rankShares(log: LadderLog, untilMs: number): ReadonlyMap<number, number> {
  const bands = new Map<number, number[]>();
  log.eachIn(untilMs, untilMs, (place) => {
    if (log.toMs(place) <= untilMs || !Number.isNaN(log.expectedShare(place, untilMs))) return true;
    const band = log.stations.at(place) * STAYS.length + log.kinds.at(place);
    const others = bands.get(band);
    if (others === undefined) bands.set(band, [place]);
    else others.push(place);
    return true;
  });
  const shares = new Map<number, number>();
  for (const places of bands.values()) {
    for (const [rank, place] of places.entries())
      shares.set(place, shareOfRank(rank, places.length));
  }
  return shares;
}

function holdsMoreThan(log: LadderLog, { fromMs, untilMs }: LadderWindow, most: number): boolean {
  let losses = 0;
  log.eachRowIn(log.rows.lost, fromMs, untilMs, () => {
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
  log.eachRowIn(log.rows.made, fromMs, untilMs, (row) => {
    births.push({ place: trace.stationAt(row), atMs: trace.timeAt(row), n: 1 });
  });
  log.eachRowIn(log.rows.lost, fromMs, untilMs, (row, index) => {
    losses.push(log.lossAt(index, row));
  });
  log.eachRowIn(log.rows.requested, fromMs, untilMs, (row) => {
    requests.push(requestAt({ trace }, row));
  });
  return { births, losses, requests };
}
