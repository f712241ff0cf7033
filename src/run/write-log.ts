/** The log of a run's writes into a stream, of when the stream asked to wait, and of when elements were done. */
import type { Topology } from "../systems/index.ts";
import { asksToWait, firstWhere, SIGNALS, type Signal, type Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";
import { LateLogs, type Log } from "./follow.ts";
import type { History } from "./history.ts";
import type { Witness } from "./replay/index.ts";
import { RowLog } from "./row-log.ts";

/** An element that was written. */
export interface Write {
  readonly row: number;
  readonly ms: number;
  readonly element: number;
  /** The row with which the stream answered that the writer should wait; -1 if the writer may go on. */
  readonly waitRow: number;
}

/** A time during which the stream asked to wait. */
export interface AskedToWait {
  readonly row: number;
  readonly ms: number;
  /** The row and the time at which it stopped asking; Infinity if it never does. */
  readonly endRow: number;
  readonly endMs: number;
  readonly endSignal: Signal | null;
}

/** The picture shows at least this many of the last writes. */
export const WRITES_IN_A_ROW = 8;

export class WriteLog implements Log {
  /** Keeps nothing in a run without a stream that answers: nobody asks for its log. */
  readonly witness: Witness;
  /** The rows with which elements were done. */
  private readonly done: RowLog;
  private readonly writes: RowLog;
  private readonly waitRows = new Column(Int32Array, -1);
  /** By write: the longest time that `WRITES_IN_A_ROW` writes took up to that write, in ms. */
  private readonly longest = new Column(Float64Array);
  /** The rows with which the stream began and stopped asking to wait; the latter is -1 while it asks. */
  private readonly asked: RowLog;
  private readonly answered = new Column(Int32Array, -1);

  private readonly trace: Trace;
  private readonly connection: number;
  private readonly to: number;
  /** The row being replayed. */
  private row = 0;

  constructor({ trace, cast }: History) {
    const { topology } = cast;
    this.trace = trace;
    this.connection = writtenConnection(topology);
    this.to = topology.connections[this.connection]?.to ?? -1;
    this.done = new RowLog(trace);
    this.writes = new RowLog(trace);
    this.asked = new RowLog(trace);
    this.witness = this.connection < 0 ? {} : this.follows();
  }

  /** Bytes that it takes in memory. */
  get byteLength(): number {
    const { done, writes, waitRows, longest, asked, answered } = this;
    const columns = [done, writes, waitRows, longest, asked, answered];
    return columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** The number of writes among the first `end` rows. */
  countBefore(end: number): number {
    return this.writes.countBefore(end);
  }

  /** The last `most` writes among the first `end` rows that were made at or after `fromMs`, oldest first. */
  writesIn(fromMs: number, end: number, most: number): Write[] {
    const { writes, trace, waitRows } = this;
    const list: Write[] = [];
    const last = writes.countBefore(end);
    for (let place = firstPlace(writes, fromMs, last, most); place < last; place++) {
      const row = writes.at(place);
      const [ms, element] = [trace.timeAt(row), trace.elementAt(row)];
      list.push({ row, ms, element, waitRow: waitRows.at(place) });
    }
    return list;
  }

  /** The times in ms at which the last `most` elements were done, among the first `end` rows and from `fromMs` on. */
  doneIn(fromMs: number, end: number, most: number): number[] {
    const { done } = this;
    const times: number[] = [];
    const last = done.countBefore(end);
    for (let place = firstPlace(done, fromMs, last, most); place < last; place++) {
      times.push(done.timeAt(place));
    }
    return times;
  }

  /** The last `most` waits asked for among the first `end` rows that had not ended before `fromMs`, oldest first. */
  askedIn(fromMs: number, end: number, most: number): AskedToWait[] {
    const list: AskedToWait[] = [];
    const last = this.asked.countBefore(end);
    for (let place = last - 1; place >= 0 && place >= last - most; place--) {
      const asked = this.askedAt(place);
      // Each ends before the next begins, so earlier ones ended before `fromMs` too.
      if (asked.endMs < fromMs) break;
      list.push(asked);
    }
    return list.reverse();
  }

  /** The longest time that `WRITES_IN_A_ROW` writes among the first `end` rows took, in ms. */
  longestAmong(end: number): number {
    return this.longest.at(this.countBefore(end) - 1);
  }

  /** The time from the first of the last `WRITES_IN_A_ROW` writes among the first `end` rows to `timeMs`, in ms. */
  sinceAt(timeMs: number, end: number): number {
    const count = this.countBefore(end);
    return count === 0 ? 0 : timeMs - this.writes.timeAt(Math.max(0, count - WRITES_IN_A_ROW));
  }

  beforeRow(_timeMs: number, row: number): void {
    this.row = row;
  }

  private follows(): Witness {
    return {
      came: (_element, station) => {
        if (station === this.to) this.write();
      },
      done: () => this.done.push(this.row),
      signalled: (connection, signal, timeMs) => {
        if (connection === this.connection) this.signal(signal, timeMs);
      },
    };
  }

  private askedAt(place: number): AskedToWait {
    const { trace, asked } = this;
    const answered = this.answered.at(place);
    const isOver = answered >= 0;
    return {
      row: asked.at(place),
      ms: asked.timeAt(place),
      endRow: isOver ? answered : Number.POSITIVE_INFINITY,
      endMs: isOver ? trace.timeAt(answered) : Number.POSITIVE_INFINITY,
      endSignal: isOver ? (SIGNALS[trace.detailAt(answered)] ?? null) : null,
    };
  }

  private write(): void {
    const { writes, longest, waitRows } = this;
    const place = writes.length;
    writes.push(this.row);
    waitRows.push(this.isAsking ? this.row : -1);
    const firstMs = writes.timeAt(Math.max(0, place + 1 - WRITES_IN_A_ROW));
    const tookMs = writes.timeAt(place) - firstMs;
    longest.push(Math.max(place === 0 ? 0 : longest.at(place - 1), tookMs));
  }

  private signal(signal: Signal | null, timeMs: number): void {
    const { asked, answered, writes, isAsking } = this;
    if (!asksToWait(signal)) {
      if (isAsking) answered.set(asked.length - 1, this.row);
      return;
    }
    if (isAsking) return;
    asked.push(this.row);
    // The signal is the answer to the last write.
    const last = writes.length - 1;
    if (last >= 0 && writes.timeAt(last) === timeMs) this.waitRows.set(last, this.row);
  }

  private get isAsking(): boolean {
    const last = this.asked.length - 1;
    return last >= 0 && this.answered.at(last) < 0;
  }
}

/** The number of the connection that leads into the stream before the consumer; -1 if there is none that signals. */
export function writtenConnection({ connections, stations }: Topology): number {
  return connections.findIndex(
    ({ pressure, to }) =>
      pressure === "signal" &&
      connections.some(({ from, to: next }) => from === to && stations[next]?.kind === "workers"),
  );
}

/** Among the last `most` places of `log` before `last`, the first at or after `fromMs`; `last` if there is none. */
function firstPlace(log: RowLog, fromMs: number, last: number, most: number): number {
  const least = Math.max(0, last - most);
  return least + firstWhere(last - least, (i) => log.timeAt(least + i) >= fromMs);
}

/** The part of a run that a write log needs. */
interface Source {
  readonly history: History;
}

/** The write log of each run. */
export const writeLogs: LateLogs<Source, WriteLog> = new LateLogs(
  "writes",
  ({ history }: Source) => new WriteLog(history),
);

/** The write log of a run, which grows with its history. Each run has one. */
export function writesOf(source: Source): WriteLog {
  return writeLogs.of(source);
}

/** Reads at most `mostRows` more rows into the log. Returns whether it is complete; `writesOf` reads the rest. */
export function readWrites(source: Source, mostRows: number): boolean {
  return writeLogs.readOn(source, mostRows);
}
