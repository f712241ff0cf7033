/**
 * The log of all stays of elements in stations, in the order in which they begin: when each begins and ends, and how.
 * It follows the history of the run. It can be read as of an earlier time, because the end of a stay is kept with its
 * row.
 */
import type { Topology } from "../systems/index.ts";
import { firstWhere, type Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";
import { LateLogs, type Log } from "./follow.ts";
import type { History } from "./history.ts";
import { Instants } from "./instants.ts";
import type { Loss } from "./ladder.ts";
import { shareAtEnd } from "./ladder-stays.ts";
import type { RunCast, Witness } from "./replay/index.ts";
import { type RowIndex, rowIndexes, rowIndexOf } from "./row-index.ts";
import { RowLog } from "./row-log.ts";

const [HELD, INSIDE, WORKING] = [0, 1, 2] as const;
const [MOVED, DONE, LOST, MERGED] = [0, 1, 2, 3] as const;

/** Stays per block: for each block the latest end is kept, so that a search can skip it as a whole. */
const BLOCK_STAYS = 256;

/** The part of a run that a ladder needs. */
export interface LadderSource {
  readonly trace: Trace;
  readonly topology: Topology;
  readonly cast: RunCast;
  readonly history: History;
}

/** The requests over one connection. */
interface Demand {
  /** How many elements were requested by when, requests without bound not counted. */
  readonly counted: Instants;
  /** When the first request without bound was made, in ms; Infinity until then. */
  unboundedMs: number;
}

export class LadderLog implements Log {
  /** The columns of the stays, in order of `from`. */
  readonly elements = new Column(Int32Array);
  readonly stations = new Column(Uint8Array);
  readonly kinds = new Column(Uint8Array);
  readonly ends = new Column(Uint8Array);
  /** The rows with which they began and ended; `to` is -1 while a stay lasts. */
  private readonly from = new Column(Int32Array);
  private readonly to = new Column(Int32Array);
  /** When they are expected to end, in ms; NaN if nobody knows. */
  readonly due = new Column(Float64Array);
  /** The rows of the run by their meaning: elements made, received and lost, requests. */
  readonly rows: RowIndex;
  /** By index of a loss: the place of the stay that it ended, or -1. */
  private readonly lossStays = new Column(Int32Array);
  /** The rows with which elements reached a worker for the first time. */
  readonly firstReceived: RowLog;
  /** The rows with which elements ended, or were merged into another, before they reached a worker. */
  readonly away: RowLog;

  private readonly demands = new Map<number, Demand>();
  private readonly source: LadderSource;
  /** The row being replayed. */
  private row = 0;
  /** By element: one more than the place of its current stay; 0 if it has none. */
  private readonly lasting = new Column(Int32Array);
  /** By block of stays: when its last stay to end did so, in ms, and how many of its stays still last. */
  private readonly blockEnds: number[] = [];
  private readonly blockOpen: number[] = [];

  constructor(source: LadderSource) {
    this.source = source;
    this.rows = rowIndexOf(source);
    this.firstReceived = new RowLog(source.trace);
    this.away = new RowLog(source.trace);
  }

  get length(): number {
    return this.elements.length;
  }

  /** Bytes that it takes in memory. */
  get byteLength(): number {
    const { elements, stations, kinds, ends, from, to, due, lasting } = this;
    const columns = [
      ...[elements, stations, kinds, ends, from, to, due, lasting, this.lossStays],
      ...[this.firstReceived, this.away],
      ...[...this.demands.values()].map(({ counted }) => counted),
    ];
    const blocks = 8 * (this.blockEnds.length + this.blockOpen.length);
    return columns.reduce((sum, { byteLength }) => sum + byteLength, blocks);
  }

  beforeRow(_timeMs: number, row: number): void {
    this.row = row;
  }

  /**
   * Calls `visit` with the place of each stay that began by `toMs` and had not ended before `fromMs`, until it returns
   * false.
   */
  eachIn(fromMs: number, toMs: number, visit: (place: number) => boolean): void {
    for (let place = 0; place < this.length && this.fromMs(place) <= toMs; place++) {
      if (place % BLOCK_STAYS === 0 && this.isBlockOver(place / BLOCK_STAYS, fromMs)) {
        place += BLOCK_STAYS - 1;
      } else if (this.toMs(place) >= fromMs && !visit(place)) return;
    }
  }

  /** Calls `visit` with the place of each stay of `element` that began by `untilMs`, in order. */
  eachOf(element: number, untilMs: number, visit: (place: number) => void): void {
    const madeRow = this.rows.rowOfMaking(element);
    if (madeRow < 0) return;
    const first = firstAtLeast(this.from, madeRow);
    for (let place = first; place < this.length && this.fromMs(place) <= untilMs; place++) {
      if (this.elements.at(place) !== element) continue;
      visit(place);
      // Nothing follows a stay that lasts, or one with which the element ends.
      if (this.to.at(place) < 0 || this.ends.at(place) !== MOVED) return;
    }
  }

  /** The number of elements made by `timeMs`. */
  madeUntil(timeMs: number): number {
    return this.rows.made.countUntil(timeMs);
  }

  /** The place of an element in the order in which they were made; -1 if it has not been made. */
  madePlace(element: number): number {
    const row = this.rows.rowOfMaking(element);
    return row < 0 ? -1 : this.rows.made.countBefore(row);
  }

  /** Calls `visit` with each row of `log` from `fromMs` to `toMs`, both included, and its index in the log. */
  eachRowIn(
    log: RowLog,
    fromMs: number,
    toMs: number,
    visit: (row: number, index: number) => void,
  ): void {
    for (let index = log.firstFrom(fromMs); index < log.length; index++) {
      if (log.timeAt(index) > toMs) return;
      visit(log.at(index), index);
    }
  }

  /** The loss with that index and row, placed where the element's line ends, or at the station that reported it. */
  lossAt(index: number, row: number): Loss {
    const { trace } = this.source;
    const stay = this.lossStays.at(index);
    return {
      element: trace.elementAt(row),
      rule: trace.detailAt(row),
      place: stay < 0 ? trace.stationAt(row) : this.stations.at(stay),
      share: stay < 0 ? 0 : shareAtEnd("lost"),
      atMs: trace.timeAt(row),
      n: 1,
    };
  }

  /** When a stay began, in ms. */
  fromMs(place: number): number {
    return this.source.trace.timeAt(this.from.at(place));
  }

  /** When a stay ended, in ms; Infinity while it lasts. */
  toMs(place: number): number {
    const row = this.to.at(place);
    return row < 0 ? Number.POSITIVE_INFINITY : this.source.trace.timeAt(row);
  }

  /** When an element was made, in ms. */
  madeMs(element: number): number {
    return this.source.trace.timeAt(this.rows.rowOfMaking(element));
  }

  /** When an element that has reached a worker did so for the first time, in ms. */
  receivedMs(element: number): number {
    return this.source.trace.timeAt(this.rows.rowOfReceiving(element));
  }

  /** The part of a stay's expected time that has passed by `timeMs`, from 0 to 1; NaN if that time is unknown. */
  expectedShare(place: number, timeMs: number): number {
    const fromMs = this.fromMs(place);
    const share = (timeMs - fromMs) / (this.due.at(place) - fromMs);
    return Math.min(1, Math.max(0, share));
  }

  /** The requests over a connection. */
  requestsOver(connection: number): Demand {
    let demand = this.demands.get(connection);
    if (demand === undefined) {
      demand = { counted: new Instants(), unboundedMs: Number.POSITIVE_INFINITY };
      this.demands.set(connection, demand);
    }
    return demand;
  }

  private request(connection: number, n: number, timeMs: number): void {
    const demand = this.requestsOver(connection);
    // A request without bound is an instant too, because the sum has a step there.
    demand.counted.add(timeMs, Math.max(0, n));
    if (n < 0) demand.unboundedMs = Math.min(demand.unboundedMs, timeMs);
  }

  /** Whether an element has reached a worker by the row being replayed. */
  private hasReached(element: number): boolean {
    return this.rows.isReceived(element, this.row + 1);
  }

  private isBlockOver(block: number, timeMs: number): boolean {
    const isFull = (block + 1) * BLOCK_STAYS <= this.length;
    return isFull && this.blockOpen[block] === 0 && (this.blockEnds[block] as number) < timeMs;
  }

  /** Turns the meanings of rows into stays. */
  readonly witness: Witness = {
    entered: (element, station, timeMs) => {
      this.close(element, timeMs, MOVED);
      this.open(element, station, INSIDE, timeMs);
    },
    wentOn: (element, timeMs) => this.close(element, timeMs, MOVED),
    received: (element, timeMs, worker) => {
      this.close(element, timeMs, MOVED);
      if (this.rows.rowOfReceiving(element) === this.row) this.firstReceived.push(this.row);
      this.open(element, worker.actor.station, WORKING, timeMs);
    },
    // The element waits where its holder is: in the source for a producer, among the workers for a worker.
    held: (station, element, timeMs, { actor }) => {
      if (element < 0) return;
      this.close(element, timeMs, MOVED);
      this.open(element, actor.station < 0 ? station : actor.station, HELD, timeMs);
    },
    // A worker that was held now works on what it has in hand.
    released: (element, timeMs) => {
      const place = this.lasting.at(element) - 1;
      if (place < 0 || this.kinds.at(place) !== HELD) return;
      this.close(element, timeMs, MOVED);
      if (this.hasReached(element)) this.open(element, this.stations.at(place), WORKING, timeMs);
    },
    began: ({ hand, untilMs }) => {
      for (const element of hand) this.expect(element, untilMs);
    },
    done: (element, timeMs) => this.end(element, timeMs, DONE),
    lost: (element, timeMs) => {
      this.lossStays.push(this.lasting.at(element) - 1);
      this.end(element, timeMs, LOST);
    },
    merged: (element, timeMs) => this.end(element, timeMs, MERGED),
    requested: (connection, n, timeMs) => this.request(connection, n, timeMs),
  };

  private expect(element: number, dueMs: number): void {
    const place = this.lasting.at(element) - 1;
    if (place >= 0 && this.kinds.at(place) === WORKING) this.due.set(place, dueMs);
  }

  private open(element: number, at: number, kind: number, timeMs: number): void {
    const place = this.length;
    const station = this.source.topology.stations[at];
    this.elements.push(element);
    this.stations.push(at);
    this.kinds.push(kind);
    this.ends.push(MOVED);
    this.from.push(this.row);
    this.to.push(-1);
    const carried = kind === INSIDE && station?.kind === "network";
    this.due.push(carried ? timeMs + station.latencyMs : Number.NaN);
    this.lasting.set(element, place + 1);
    const block = Math.floor(place / BLOCK_STAYS);
    this.blockOpen[block] = (this.blockOpen[block] ?? 0) + 1;
  }

  private close(element: number, timeMs: number, end: number): void {
    const place = this.lasting.at(element) - 1;
    if (place < 0) return;
    this.lasting.set(element, 0);
    this.to.set(place, this.row);
    this.ends.set(place, end);
    const block = Math.floor(place / BLOCK_STAYS);
    this.blockOpen[block] = (this.blockOpen[block] as number) - 1;
    this.blockEnds[block] = timeMs;
  }

  private end(element: number, timeMs: number, end: number): void {
    this.close(element, timeMs, end);
    if (!this.hasReached(element)) this.away.push(this.row);
  }
}

/** The first place in a column of rising numbers that holds at least `least`; its length if there is none. */
function firstAtLeast(column: Column, least: number): number {
  return firstWhere(column.length, (place) => column.at(place) >= least);
}

/** The ladder log of each run. */
export const ladderLogs: LateLogs<LadderSource, LadderLog> = new LateLogs(
  "ladder",
  (source: LadderSource) => new LadderLog(source),
  rowIndexes,
);

/** The ladder log of a run, which grows with its history. Each run has one. */
export function ladderLogOf(source: LadderSource): LadderLog {
  return ladderLogs.of(source);
}

/** Reads at most `mostRows` more rows into the log. Returns whether it is complete; `ladderLogOf` reads the rest. */
export function readLadder(source: LadderSource, mostRows: number): boolean {
  return ladderLogs.readOn(source, mostRows);
}
