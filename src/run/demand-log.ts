/**
 * The open demand of a run over time: how much of what was asked for has not been passed on yet. It falls as elements
 * move downstream, and rises each time more is asked for. Over a connection with requests, it is the outstanding
 * requests plus the elements that wait behind them; for a buffer that signals, its mark, or what it holds while it asks
 * to wait; for any other buffer, its places. The log follows the history of the run.
 */
import type { Topology } from "../systems/index.ts";
import { asksToWait, firstWhere, type Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";
import { LateLogs, type Log } from "./follow.ts";
import type { LadderSource } from "./ladder-log.ts";
import type { Witness } from "./replay/index.ts";
import type { RunState } from "./run-state.ts";

/** The most changes returned for one column of a drawing: more can't be seen in it. */
const MOST_IN_COLUMN = 3;

/** Stands for Infinity: larger than any demand. */
const UNBOUNDED = 0x7fffffff;

/** The demand was `open` from `timeMs` on: Infinity if nothing ever slows the source. */
export interface DemandStep {
  readonly timeMs: number;
  readonly open: number;
}

class DemandLog implements Log {
  readonly witness: Witness = {};
  /** The rows with which the demand changed; the first entry, -1, is for the time before any row. */
  private readonly rows = new Column(Int32Array);
  /** `UNBOUNDED` for Infinity. */
  private readonly values = new Column(Int32Array);
  private readonly connection: number;
  private readonly trace: Trace;
  /** The row being replayed. */
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

  /** The demand at the end of an instant. */
  openAt(timeMs: number): number {
    return this.valueAt(this.placeOf(timeMs));
  }

  /**
   * The demand at the beginning of a span of time, and every change in it, in order. If a column of `columnMs` has more
   * than three changes, only the lowest, the highest and the last of them are included.
   */
  stepsIn(fromMs: number, untilMs: number, columnMs = 0): DemandStep[] {
    const { values } = this;
    const first = this.placeOf(fromMs);
    const steps: DemandStep[] = [{ timeMs: fromMs, open: this.valueAt(first) }];
    const columnOf = (place: number) =>
      columnMs > 0 ? Math.floor(this.timeAt(place) / columnMs) : place;
    const add = (place: number) =>
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
        for (let each = begin; each < place; each++) add(each);
      } else {
        const extremes = [Math.min(lowest, highest), Math.max(lowest, highest)];
        for (const each of new Set([...extremes, place - 1])) add(each);
      }
    }
    return steps;
  }

  private valueAt(place: number): number {
    const value = this.values.at(place);
    return value === UNBOUNDED ? Number.POSITIVE_INFINITY : value;
  }

  /** The place of the last change at or before a time. */
  private placeOf(timeMs: number): number {
    const after = firstWhere(this.rows.length, (place) => this.timeAt(place) > timeMs);
    return Math.max(0, after - 1);
  }

  private timeAt(place: number): number {
    return place === 0 ? 0 : this.trace.timeAt(this.rows.at(place));
  }

  /** Whether the change at a place exists and came by `timeMs`. */
  private isBy(place: number, timeMs: number): boolean {
    return place < this.rows.length && this.timeAt(place) <= timeMs;
  }
}

/**
 * The number of the connection over which a run replenishes: the last one with requests that leads to a bounded queue,
 * which asks ahead; otherwise the first one over which the source can be slowed.
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
  const watched = state.connections[number];
  if (watched === undefined) return Number.POSITIVE_INFINITY;
  const { connection, outstanding, signal } = watched;
  const to = state.stations[connection.to];
  if (connection.pressure === "none") return Number.POSITIVE_INFINITY;
  if (connection.pressure === "request") return outstanding + (to?.contents.length ?? 0);
  if (to?.station.kind !== "buffer") return Number.POSITIVE_INFINITY;
  const { mark, countsWork } = to.station;
  if (connection.pressure === "signal" && mark !== undefined) {
    return asksToWait(signal) ? to.contents.length + (countsWork ? state.inHand : 0) : mark;
  }
  if (to.capacity > 0) return to.capacity;
  // A buffer without places accepts an element only when a worker is free.
  return state.stations
    .filter(({ station }) => station.kind === "workers")
    .reduce((sum, { actors }) => sum + actors.filter(({ hand }) => hand.length === 0).length, 0);
}

/** The demand log of each run. */
export const demandLogs: LateLogs<LadderSource, DemandLog> = new LateLogs(
  "demand",
  (source: LadderSource) => new DemandLog(source),
);

/** The demand log of a run, which grows with its history. Each run has one. */
export function demandLogOf(source: LadderSource): DemandLog {
  return demandLogs.of(source);
}

/** Reads at most `mostRows` more rows into the log. Returns whether it is complete; `demandLogOf` reads the rest. */
export function readDemand(source: LadderSource, mostRows: number): boolean {
  return demandLogs.readOn(source, mostRows);
}

/** The demand still open at the end of an instant, as far as the run is recorded. */
export function demandAt(source: LadderSource, timeMs: number): number {
  return demandLogOf(source).openAt(timeMs);
}

/**
 * The open demand over a span of time: its value at `fromMs`, and every change up to `untilMs`, but at most three
 * changes for each column of `columnMs`.
 */
export function demandSteps(
  source: LadderSource,
  fromMs: number,
  untilMs: number,
  columnMs = 0,
): DemandStep[] {
  return demandLogOf(source).stepsIn(fromMs, untilMs, columnMs);
}
