/**
 * Where each element of a run is from when to when, in order of its coming there, and how it ends. It grows with the
 * trace in one pass, and is read up to a time: what a later row says of a stay is kept apart from what it was then.
 */
import type { Topology } from "../systems/index.ts";
import { RowKind, type Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";
import { Instants } from "./instants.ts";
import type { Loss } from "./ladder.ts";
import { shareAtEnd } from "./ladder-stays.ts";
import type { RunCast } from "./replay/index.ts";

const [HELD, INSIDE, WORKING] = [0, 1, 2] as const;
const [MOVED, DONE, LOST, MERGED] = [0, 1, 2, 3] as const;

/** So many stays have a common note of when the last of them ended. */
const BLOCK_STAYS = 256;

/** What a run is read from. */
export interface LadderSource {
  readonly trace: Trace;
  readonly topology: Topology;
  readonly cast: RunCast;
}

/** The requests over one connection. */
interface Demand {
  /** Those for a number of elements. */
  readonly counted: Instants;
  /** When the first without bound was made, in ms; Infinity before. */
  unboundedMs: number;
}

export class LadderLog {
  /** The columns of the stays, in order of `from`. */
  readonly elements = new Column(Int32Array);
  readonly stations = new Column(Uint8Array);
  readonly kinds = new Column(Uint8Array);
  readonly ends = new Column(Uint8Array);
  /** Times in ms. `to` is Infinity as long as it lasts; `due` is when it will be over, NaN where nobody knows. */
  readonly from = new Column(Float64Array);
  readonly to = new Column(Float64Array);
  readonly due = new Column(Float64Array);
  /** Rows by which elements were made, lost, and requested, in order. */
  readonly madeRows = new Column(Int32Array);
  readonly lossRows = new Column(Int32Array);
  /** By index of the loss: the place of the stay that it ended, or -1. */
  private readonly lossStays = new Column(Int32Array);
  readonly requestRows = new Column(Int32Array);
  /** By element: when it was made, in ms; NaN before. */
  readonly madeMs = new Column(Float64Array, Number.NaN);
  /** By element: when it reached a worker for the first time, in ms; NaN before. */
  readonly receivedMs = new Column(Float64Array, Number.NaN);
  /** The elements that reached a worker, in order, and how many had by when. */
  readonly receivedElements = new Column(Int32Array);
  readonly received: Instants = new Instants();
  /** The same, each element counted once. */
  readonly firstReceived: Instants = new Instants();
  /** Elements that came to an end, or became part of another, before they reached a worker. */
  readonly away: Instants = new Instants();

  private readonly demands = new Map<number, Demand>();
  private readonly source: LadderSource;
  private rows = 0;
  /** By element: one more than the place of the stay that lasts; 0 for none. */
  private readonly lasting = new Column(Int32Array);
  /** What everybody has in hand: who works, and who is held. */
  private readonly hands = new Map<number, Set<number>>();
  private readonly holders = new Map<number, number>();
  /** By block of stays: the latest end of one; Infinity as long as one lasts. */
  private readonly blockEnds: number[] = [];
  private readonly blockOpen: number[] = [];

  constructor(source: LadderSource) {
    this.source = source;
  }

  get length(): number {
    return this.elements.length;
  }

  /** Takes in the rows that the trace has got since. */
  extend(): void {
    const { trace } = this.source;
    while (this.rows < trace.length) this.add(this.rows++);
  }

  /** Calls `visit` with the place of each stay that has begun by `toMs` and was not over before `fromMs`. */
  eachIn(fromMs: number, toMs: number, visit: (place: number) => boolean): void {
    for (let place = 0; place < this.length && this.from.at(place) <= toMs; place++) {
      if (place % BLOCK_STAYS === 0 && this.isBlockOver(place / BLOCK_STAYS, fromMs)) {
        place += BLOCK_STAYS - 1;
      } else if (this.to.at(place) >= fromMs && !visit(place)) return;
    }
  }

  /** Calls `visit` with each row of a column of rows that lies in a span of time, ends included, and its index there. */
  eachRowIn(
    column: Column,
    fromMs: number,
    toMs: number,
    visit: (row: number, index: number) => void,
  ): void {
    const { trace } = this.source;
    for (let index = this.firstFrom(column, fromMs); index < column.length; index++) {
      const row = column.at(index);
      if (trace.timeAt(row) > toMs) return;
      visit(row, index);
    }
  }

  /** The loss of an index and its row: it stands where the element's line ends, or at the station that tells of it. */
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

  /** How much of the time that a stay should take has passed, from 0 to 1; NaN where nobody knows how long it takes. */
  expectedShare(place: number, timeMs: number): number {
    const fromMs = this.from.at(place);
    const share = (timeMs - fromMs) / (this.due.at(place) - fromMs);
    return Math.min(1, Math.max(0, share));
  }

  /** What was requested over a connection. */
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
    // A request without bound is an instant too: there the sum has a step.
    demand.counted.add(timeMs, Math.max(0, n));
    if (n < 0) demand.unboundedMs = Math.min(demand.unboundedMs, timeMs);
  }

  private firstFrom(column: Column, fromMs: number): number {
    let low = 0;
    let high = column.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.source.trace.timeAt(column.at(middle)) < fromMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private hasReached(element: number): boolean {
    return !Number.isNaN(this.receivedMs.at(element));
  }

  private isBlockOver(block: number, timeMs: number): boolean {
    const isFull = (block + 1) * BLOCK_STAYS <= this.length;
    return isFull && this.blockOpen[block] === 0 && (this.blockEnds[block] as number) < timeMs;
  }

  private add(row: number): void {
    const { trace } = this.source;
    const element = trace.elementAt(row);
    const who = trace.whoAt(row);
    const at = trace.stationAt(row);
    const timeMs = trace.timeAt(row);
    switch (trace.kindAt(row)) {
      case RowKind.MADE:
        this.madeMs.set(element, timeMs);
        this.madeRows.push(row);
        break;
      case RowKind.ENTERED:
        this.close(element, timeMs, MOVED);
        this.open(element, at, INSIDE, timeMs);
        break;
      case RowKind.PASSED:
        this.close(element, timeMs, MOVED);
        break;
      case RowKind.LEFT:
        this.close(element, timeMs, MOVED);
        this.take(who, element, timeMs);
        break;
      case RowKind.HELD:
        this.hold(at, who, element, timeMs);
        break;
      case RowKind.RELEASED:
      case RowKind.ENDED:
        this.release(who, timeMs);
        break;
      case RowKind.BEGAN:
        for (const each of this.hands.get(who) ?? []) this.expect(each, timeMs + element);
        break;
      case RowKind.DONE:
        this.end(element, timeMs, DONE);
        break;
      case RowKind.LOST:
        this.lossRows.push(row);
        this.lossStays.push(this.lasting.at(element) - 1);
        this.end(element, timeMs, LOST);
        break;
      case RowKind.MERGED:
        this.end(element, timeMs, MERGED);
        break;
      case RowKind.REQUESTED:
        this.requestRows.push(row);
        this.request(at, element, timeMs);
        break;
      default:
    }
  }

  /** `who` has the element now: a worker works on it, a carrier goes on at once. */
  private take(who: number, element: number, timeMs: number): void {
    const actor = this.source.cast.actorOf(who);
    if (actor?.role !== "worker") return;
    this.receivedElements.push(element);
    this.received.add(timeMs);
    if (!this.hasReached(element)) {
      this.receivedMs.set(element, timeMs);
      this.firstReceived.add(timeMs);
    }
    this.open(element, actor.station, WORKING, timeMs);
    this.give(who, element);
  }

  /** The element waits where its holder is: a producer's in the source, a worker's among the workers. */
  private hold(at: number, who: number, element: number, timeMs: number): void {
    if (element < 0) return;
    const actor = this.source.cast.actorOf(who);
    const station = actor === undefined || actor.station < 0 ? at : actor.station;
    this.close(element, timeMs, MOVED);
    this.open(element, station, HELD, timeMs);
    this.give(who, element);
  }

  /** Who was held goes on: a worker works on what it has in hand. */
  private release(who: number, timeMs: number): void {
    for (const element of this.hands.get(who) ?? []) {
      const place = this.lasting.at(element) - 1;
      if (place < 0 || this.kinds.at(place) !== HELD) continue;
      const station = this.stations.at(place);
      this.close(element, timeMs, MOVED, false);
      if (this.hasReached(element)) this.open(element, station, WORKING, timeMs);
    }
  }

  private give(who: number, element: number): void {
    const hand = this.hands.get(who);
    if (hand === undefined) this.hands.set(who, new Set([element]));
    else hand.add(element);
    this.holders.set(element, who);
  }

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
    this.from.push(timeMs);
    this.to.push(Number.POSITIVE_INFINITY);
    const carried = kind === INSIDE && station?.kind === "network";
    this.due.push(carried ? timeMs + station.latencyMs : Number.NaN);
    this.lasting.set(element, place + 1);
    const block = Math.floor(place / BLOCK_STAYS);
    this.blockOpen[block] = (this.blockOpen[block] ?? 0) + 1;
  }

  private close(element: number, timeMs: number, end: number, lets = true): void {
    if (lets) this.letGo(element);
    const place = this.lasting.at(element) - 1;
    if (place < 0) return;
    this.lasting.set(element, 0);
    this.to.set(place, timeMs);
    this.ends.set(place, end);
    const block = Math.floor(place / BLOCK_STAYS);
    this.blockOpen[block] = (this.blockOpen[block] as number) - 1;
    this.blockEnds[block] = timeMs;
  }

  private letGo(element: number): void {
    const holder = this.holders.get(element);
    if (holder === undefined) return;
    this.holders.delete(element);
    this.hands.get(holder)?.delete(element);
  }

  private end(element: number, timeMs: number, end: number): void {
    this.close(element, timeMs, end);
    if (!this.hasReached(element)) this.away.add(timeMs);
  }
}

const logs = new WeakMap<Trace, LadderLog>();

/** The log of a run, with all rows that its trace has by now. There is one for each trace. */
export function ladderLogOf(source: LadderSource): LadderLog {
  const known = logs.get(source.trace);
  const log = known ?? new LadderLog(source);
  if (known === undefined) logs.set(source.trace, log);
  log.extend();
  return log;
}
