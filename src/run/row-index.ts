/**
 * The rows of a run by their meaning: elements made, received by a worker, or lost; actors held; requests; changes of
 * gauges. Pictures, strips and the ladder find what they show in it without a walk over all rows. It follows the
 * history of the run.
 */
import type { Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";
import { LateLogs, type Log } from "./follow.ts";
import type { History } from "./history.ts";
import type { RunCast, Witness } from "./replay/index.ts";
import { RowLog } from "./row-log.ts";

/** No station has more gauges than this: the factor in the key of a gauge. */
const GAUGES_OF_STATION = 8;

export class RowIndex implements Log {
  readonly made: RowLog;
  /** Rows with which elements reached a worker. */
  readonly received: RowLog;
  readonly lost: RowLog;
  /** Rows with which elements were done, lost, or merged into another. */
  readonly ended: RowLog;
  /** Rows with which an actor had to wait. */
  readonly held: RowLog;
  /** Rows with which a pause of no fixed length began: it lasts until a signal comes. */
  readonly openPauses: RowLog;
  readonly requested: RowLog;
  private readonly gauges = new Map<number, RowLog>();
  /** `made` and `received` for each kind of elements; empty where there is only one kind. */
  private readonly madeOfKind: readonly RowLog[];
  private readonly receivedOfKind: readonly RowLog[];
  /** By element: the rows with which it was made, first reached a worker, and was lost; -1 until then. */
  private readonly madeBy = new Column(Int32Array, -1);
  private readonly receivedBy = new Column(Int32Array, -1);
  private readonly lostBy = new Column(Int32Array, -1);

  private readonly trace: Trace;
  private readonly cast: RunCast;
  /** The row being replayed. */
  private row = 0;

  constructor({ trace, cast }: History) {
    this.trace = trace;
    this.cast = cast;
    this.made = new RowLog(trace);
    this.received = new RowLog(trace);
    this.lost = new RowLog(trace);
    this.ended = new RowLog(trace);
    this.held = new RowLog(trace);
    this.openPauses = new RowLog(trace);
    this.requested = new RowLog(trace);
    const names = cast.kinds?.names ?? [];
    this.madeOfKind = names.map(() => new RowLog(trace));
    this.receivedOfKind = names.map(() => new RowLog(trace));
  }

  /** Bytes that it takes in memory. */
  get byteLength(): number {
    const { made, received, lost, ended, held, openPauses, requested, gauges } = this;
    const all = [
      ...[made, received, lost, ended, held, openPauses, requested, ...gauges.values()],
      ...[...this.madeOfKind, ...this.receivedOfKind, this.madeBy, this.receivedBy, this.lostBy],
    ];
    return all.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** The row with which an element was made; -1 if it has not been made. */
  rowOfMaking(element: number): number {
    return this.madeBy.at(element);
  }

  /** The row with which an element first reached a worker; -1 until then. */
  rowOfReceiving(element: number): number {
    return this.receivedBy.at(element);
  }

  /** Whether an element had reached a worker within the first `end` rows. */
  isReceived(element: number, end: number): boolean {
    return isAmong(this.receivedBy.at(element), end);
  }

  /** The number of the rule by which an element was lost within the first `end` rows; -1 if it was not. */
  ruleOfLoss(element: number, end: number): number {
    const row = this.lostBy.at(element);
    return isAmong(row, end) ? this.ruleAt(row) : -1;
  }

  /** The number of the rule by which the element of `row`, a row of a loss, was lost. */
  ruleAt(row: number): number {
    return this.trace.detailAt(row);
  }

  /** The last `count` rows among the first `end` with which an element was lost at a station, newest first. */
  lastLostAt(station: number, end: number, count: number): number[] {
    return this.lost.lastBefore(end, count, (row) => this.trace.stationAt(row) === station);
  }

  /** The last value of a station's gauge in the first `end` rows; undefined if it has none there. */
  lastGauge(station: number, gauge: number, end: number): number | undefined {
    const log = this.gaugeOf(station, gauge);
    const count = log.countBefore(end);
    return count === 0 ? undefined : log.elementAt(count - 1);
  }

  /** The rows with which elements of `kind` were made; null for all kinds. */
  madeOf(kind: number | null): RowLog {
    return (kind === null ? undefined : this.madeOfKind[kind]) ?? this.made;
  }

  /** The rows with which elements of `kind` reached a worker; null for all kinds. */
  receivedOf(kind: number | null): RowLog {
    return (kind === null ? undefined : this.receivedOfKind[kind]) ?? this.received;
  }

  /** The rows with the values of a station's gauge; the `element` of each row is the value. */
  gaugeOf(station: number, gauge: number): RowLog {
    const key = station * GAUGES_OF_STATION + gauge;
    const log = this.gauges.get(key) ?? new RowLog(this.trace);
    this.gauges.set(key, log);
    return log;
  }

  /** The last `count` elements that were made within the first `end` rows, oldest first. */
  lastMade(end: number, count: number): number[] {
    const { made } = this;
    const last = made.countBefore(end);
    const first = Math.max(0, last - count);
    return Array.from({ length: last - first }, (_, i) => made.elementAt(first + i));
  }

  beforeRow(_timeMs: number, row: number): void {
    this.row = row;
  }

  readonly witness: Witness = {
    made: (element) => {
      this.made.push(this.row);
      this.madeBy.set(element, this.row);
      this.logOfKind(this.madeOfKind, element)?.push(this.row);
    },
    received: (element) => {
      this.received.push(this.row);
      if (this.receivedBy.at(element) < 0) this.receivedBy.set(element, this.row);
      this.logOfKind(this.receivedOfKind, element)?.push(this.row);
    },
    lost: (element) => {
      this.lost.push(this.row);
      this.lostBy.set(element, this.row);
      this.ended.push(this.row);
    },
    done: () => this.ended.push(this.row),
    merged: () => this.ended.push(this.row),
    held: () => this.held.push(this.row),
    began: ({ sinceMs, untilMs }) => {
      if (sinceMs === untilMs) this.openPauses.push(this.row);
    },
    requested: () => this.requested.push(this.row),
    gauge: (station, gauge) => this.gaugeOf(station, gauge).push(this.row),
  };

  private logOfKind(logs: readonly RowLog[], element: number): RowLog | undefined {
    return logs.length === 0 ? undefined : logs[this.cast.kinds?.of(element) ?? -1];
  }
}

function isAmong(row: number, end: number): boolean {
  return row >= 0 && row < end;
}

/** The part of a run that its index needs. */
interface Source {
  readonly history: History;
}

/** The row index of each run, also for logs that read in it. */
export const rowIndexes: LateLogs<Source, RowIndex> = new LateLogs(
  "rows",
  ({ history }: Source) => new RowIndex(history),
);

/** The row index of a run, which grows with its history. Each run has one. */
export function rowIndexOf(source: Source): RowIndex {
  return rowIndexes.of(source);
}

/** Reads at most `mostRows` more rows into the index. Returns whether it is complete; `rowIndexOf` reads the rest. */
export function readRows(source: Source, mostRows: number): boolean {
  return rowIndexes.readOn(source, mostRows);
}
