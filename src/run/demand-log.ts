/**
 * How much of what was asked for has not been handed on yet, over time: it falls as elements go down, and rises each
 * time more is asked for. That is requests and what waits of them, the places of a buffer, or the mark of one that
 * signals until it says no. It follows the history of the run.
 */
import type { Topology } from "../systems/index.ts";
import { asksToWait, firstWhere, type Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";
import { LateLogs, type Log } from "./follow.ts";
import type { LadderSource } from "./ladder-log.ts";
import type { Witness } from "./replay/index.ts";
import type { RunState } from "./run-state.ts";

/** As many changes are told of one column of a drawing: more can't be seen in it. */
const MOST_IN_COLUMN = 3;

/** Larger than any demand: how Infinity is kept. */
const UNBOUNDED = 0x7fffffff;

/** From `timeMs` on so much was open: Infinity where nobody is ever slowed. */
export interface DemandStep {
  readonly timeMs: number;
  readonly open: number;
}

class DemandLog implements Log {
  readonly witness: Witness = {};
  /** The rows with which it changed; what it was before the first row comes before them. */
  private readonly rows = new Column(Int32Array);
  /** `UNBOUNDED` for Infinity. */
  private readonly values = new Column(Int32Array);
  private readonly connection: number;
  private readonly trace: Trace;
  /** The row that is being told of. */
  private row = -1;

  constructor({ topology, history }: LadderSource) {
    this.trace = history.trace;
    this.connection = watchedConnection(topology);
    this.afterRow(history.stateAtRow(0));
  }

  get byteLength(): number {
    return this.rows.byteLength + this.values.byteLength;
  }

  beforeRow(_timeMs: number, row: number): void {
    this.row = row;
  }

  afterRow(state: RunState): void {
    const open = openOf(state, this.connection);
    const value = open === Number.POSITIVE_INFINITY ? UNBOUNDED : open;
    const last = this.rows.length - 1;
    if (last >= 0 && this.values.at(last) === value) return;
    this.rows.push(this.row);
    this.values.push(value);
  }

  /** What was open at the end of an instant. */
  openAt(timeMs: number): number {
    return this.valueAt(this.placeOf(timeMs));
  }

  /**
   * What was open at the beginning of a span of time, and every change in it, in order. Of more than three changes
   * within a column of `columnMs` only the lowest, the highest and the last are among them.
   */
  stepsIn(fromMs: number, untilMs: number, columnMs = 0): DemandStep[] {
    const { values } = this;
    const first = this.placeOf(fromMs);
    const steps: DemandStep[] = [{ timeMs: fromMs, open: this.valueAt(first) }];
    const columnOf = (place: number) =>
      columnMs > 0 ? Math.floor(this.timeAt(place) / columnMs) : place;
    const tell = (place: number) =>
      steps.push({ timeMs: this.timeAt(place), open: this.valueAt(place) });
    let place = first + 1;
    while (this.isBy(place, untilMs)) {
      const begin = place;
      const column = columnOf(begin);
      let [lowest, highest] = [begin, begin];
      while (this.isBy(++place, untilMs) && columnOf(place) === column) {
        if (values.at(place) < values.at(lowest)) lowest = place;
        if (values.at(place) >= values.at(highest)) highest = place;
      }
      if (place - begin <= MOST_IN_COLUMN) {
        for (let each = begin; each < place; each++) tell(each);
      } else {
        const extremes = [Math.min(lowest, highest), Math.max(lowest, highest)];
        for (const each of new Set([...extremes, place - 1])) tell(each);
      }
    }
    return steps;
  }

  private valueAt(place: number): number {
    const value = this.values.at(place);
    return value === UNBOUNDED ? Number.POSITIVE_INFINITY : value;
  }

  /** The last change at or before a time. */
  private placeOf(timeMs: number): number {
    const after = firstWhere(this.rows.length, (place) => this.timeAt(place) > timeMs);
    return Math.max(0, after - 1);
  }

  private timeAt(place: number): number {
    return place === 0 ? 0 : this.trace.timeAt(this.rows.at(place));
  }

  /** Whether there is a change at a place, by a time. */
  private isBy(place: number, timeMs: number): boolean {
    return place < this.rows.length && this.timeAt(place) <= timeMs;
  }
}

/**
 * Where a run replenishes: the last connection with requests that leads to a bounded queue, which asks ahead; else the
 * first one over which anybody can be slowed.
 */
function watchedConnection({ connections, stations }: Topology): number {
  const asksAhead = connections.findLastIndex(({ pressure, to }) => {
    const station = stations[to];
    return (
      pressure === "request" && station?.kind === "buffer" && Number.isFinite(station.capacity)
    );
  });
  if (asksAhead >= 0) return asksAhead;
  return Math.max(
    0,
    connections.findIndex(({ pressure }) => pressure !== "none"),
  );
}

function openOf(state: RunState, number: number): number {
  const told = state.connections[number];
  if (told === undefined) return Number.POSITIVE_INFINITY;
  const { connection, outstanding, signal } = told;
  const to = state.stations[connection.to];
  if (connection.pressure === "none") return Number.POSITIVE_INFINITY;
  if (connection.pressure === "request") return outstanding + (to?.contents.length ?? 0);
  if (to?.station.kind !== "buffer") return Number.POSITIVE_INFINITY;
  const { mark, countsWork } = to.station;
  if (connection.pressure === "signal" && mark !== undefined) {
    return asksToWait(signal) ? to.contents.length + (countsWork ? state.inHand : 0) : mark;
  }
  if (to.capacity > 0) return to.capacity;
  // Without a place of its own, an element is taken where a worker is free.
  return state.stations
    .filter(({ station }) => station.kind === "workers")
    .reduce((sum, { actors }) => sum + actors.filter(({ hand }) => hand.length === 0).length, 0);
}

/** The log of each run. */
export const demandLogs: LateLogs<LadderSource, DemandLog> = new LateLogs(
  "demand",
  (source: LadderSource) => new DemandLog(source),
);

/** The log of a run, which grows with its history. There is one for each. */
export function demandLogOf(source: LadderSource): DemandLog {
  return demandLogs.of(source);
}

/** Writes up to `mostRows` more rows of a log; reading it before it is complete writes all the rest at once. */
export function readDemand(source: LadderSource, mostRows: number): boolean {
  return demandLogs.readOn(source, mostRows);
}

/** What was asked for and not handed on at the end of an instant, as far as the run is recorded. */
export function demandAt(source: LadderSource, timeMs: number): number {
  return demandLogOf(source).openAt(timeMs);
}

/**
 * The same over a span of time: what was open at its beginning, and every change up to `untilMs`; of those in a column of
 * `columnMs` at most three.
 */
export function demandSteps(
  source: LadderSource,
  fromMs: number,
  untilMs: number,
  columnMs = 0,
): DemandStep[] {
  return demandLogOf(source).stepsIn(fromMs, untilMs, columnMs);
}
