/**
 * What was requested over each connection of a run, which elements came for it, and when as many had gone on. It follows
 * the history of the run.
 */
import type { Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";
import { LateLogs, type Log } from "./follow.ts";
import type { History } from "./history.ts";
import type { Witness } from "./replay/index.ts";
import { RowLog } from "./row-log.ts";

/** One request. */
export interface Request {
  readonly row: number;
  readonly ms: number;
  /** For so many; Infinity for no bound. */
  readonly n: number;
  /** The first element that spends it is the `first`th of all that came over the connection. */
  readonly first: number;
}

/** The requests over one connection. */
export class Requests {
  /** The most elements that one of them is for; those without bound aside. */
  largest = 1;
  private readonly rows: RowLog;
  /** By request: how many elements those before it were for. */
  private readonly sums = new Column(Float64Array);
  /** The rows with which elements came, and with which as many had gone on. */
  private readonly came: RowLog;
  private readonly gone: RowLog;
  private requested = 0;
  private readonly trace: Trace;

  constructor(trace: Trace) {
    this.trace = trace;
    this.rows = new RowLog(trace);
    this.came = new RowLog(trace);
    this.gone = new RowLog(trace);
  }

  get byteLength(): number {
    const { rows, sums, came, gone } = this;
    return rows.byteLength + sums.byteLength + came.byteLength + gone.byteLength;
  }

  /** How many there are among the first `end` rows. */
  countBefore(end: number): number {
    return this.rows.countBefore(end);
  }

  /** The request at a place, in the order in which they were made. */
  at(place: number): Request {
    const n = this.rows.elementAt(place);
    return {
      row: this.rows.at(place),
      ms: this.rows.timeAt(place),
      n: n < 0 ? Number.POSITIVE_INFINITY : n,
      first: this.sums.at(place),
    };
  }

  /** When the request at a place was made, in ms. */
  msAt(place: number): number {
    return this.rows.timeAt(place);
  }

  /** The element that came as number `index` in the first `end` rows; -1 if none has. */
  cameAs(index: number, end: number): number {
    const row = this.came.at(index);
    return row < end ? this.trace.elementAt(row) : -1;
  }

  /** Whether the element that came as number `index` has gone on: they go in the order in which they came. */
  hasGone(index: number, end: number): boolean {
    return this.gone.at(index) < end;
  }

  /** How many that had come by a row had not gone on. */
  insideAt(row: number): number {
    return this.came.countBefore(row) - this.gone.countBefore(row);
  }

  add(row: number, n: number): void {
    this.rows.push(row);
    this.sums.push(this.requested);
    this.requested += Math.max(0, n);
    this.largest = Math.max(this.largest, n);
  }

  come(row: number): void {
    this.came.push(row);
  }

  go(row: number): void {
    this.gone.push(row);
  }
}

class RequestLog implements Log {
  /** By connection. */
  readonly requests = new Map<number, Requests>();
  /** By station: those that elements which come to it were requested with. */
  private readonly into = new Map<number, Requests[]>();
  /** The row that is being told of. */
  private row = 0;

  constructor({ trace, cast }: History) {
    cast.topology.connections.forEach(({ pressure, to }, connection) => {
      if (pressure !== "request") return;
      const requests = new Requests(trace);
      this.requests.set(connection, requests);
      this.into.set(to, [...(this.into.get(to) ?? []), requests]);
    });
  }

  /** Bytes that it takes in memory. */
  get byteLength(): number {
    return [...this.requests.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  beforeRow(_timeMs: number, row: number): void {
    this.row = row;
  }

  readonly witness: Witness = {
    requested: (connection, n) => this.requests.get(connection)?.add(this.row, n),
    came: (_element, station) => {
      for (const each of this.into.get(station) ?? []) each.come(this.row);
    },
    gone: (_element, station) => {
      for (const each of this.into.get(station) ?? []) each.go(this.row);
    },
  };
}

/** What a run is read from. */
interface Source {
  readonly history: History;
}

/** The log of each run. */
export const requestLogs: LateLogs<Source, RequestLog> = new LateLogs(
  "requests",
  ({ history }: Source) => new RequestLog(history),
);

/** The requests over a connection of a run; null where none can be made over it. */
export function requestsOver(source: Source, connection: number): Requests | null {
  return requestLogs.of(source).requests.get(connection) ?? null;
}

/** Writes the log of a run on for at most so many rows; whoever asks for it before all is written waits for the rest. */
export function readRequests(source: Source, mostRows: number): boolean {
  return requestLogs.readOn(source, mostRows);
}
