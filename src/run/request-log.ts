/**
 * The requests over each connection of a run, the elements that came for them, and when as many had gone on. It follows
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
  /** The number of elements requested; Infinity for a request without bound. */
  readonly n: number;
  /** The index, among all elements that come over the connection, of the first one that this request is for. */
  readonly first: number;
}

/** The requests over one connection. */
export class Requests {
  /** The largest number of elements in one request, requests without bound not counted. */
  largest = 1;
  private readonly rows: RowLog;
  /** By request: the number of elements in all requests before it. */
  private readonly sums = new Column(Float64Array);
  /** The rows with which elements came, and those with which they went on. */
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

  /** The number of requests among the first `end` rows. */
  countBefore(end: number): number {
    return this.rows.countBefore(end);
  }

  /** The request at a place, in the order in which requests were made. */
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

  /** The element that came as number `index`; -1 if it did not come within the first `end` rows. */
  cameAs(index: number, end: number): number {
    const row = this.came.at(index);
    return row < end ? this.trace.elementAt(row) : -1;
  }

  /** Whether the element that came as number `index` went on within the first `end` rows; elements keep their order. */
  hasGone(index: number, end: number): boolean {
    return this.gone.at(index) < end;
  }

  /** The number of elements that had come by `row` and had not gone on. */
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
  /** By station: the requests over the connections that lead to it. */
  private readonly into = new Map<number, Requests[]>();
  /** The row being replayed. */
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

/** The part of a run that a request log needs. */
interface Source {
  readonly history: History;
}

/** The request log of each run. */
export const requestLogs: LateLogs<Source, RequestLog> = new LateLogs(
  "requests",
  ({ history }: Source) => new RequestLog(history),
);

/** The requests over a connection of a run; null if none can be made over it. */
export function requestsOver(source: Source, connection: number): Requests | null {
  return requestLogs.of(source).requests.get(connection) ?? null;
}

/** Reads at most `mostRows` more rows into the log. Returns whether it is complete; `requestsOver` reads the rest. */
export function readRequests(source: Source, mostRows: number): boolean {
  return requestLogs.readOn(source, mostRows);
}
