/** Those rows of a trace that somebody asks for, in order: found in one pass, which goes on as the trace grows. */
import { firstWhere, type Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";

export class RowLog {
  private readonly rows = new Column(Int32Array);
  private readonly trace: Trace;
  private readonly isWanted: (row: number) => boolean;
  private read = 0;

  constructor(trace: Trace, isWanted: (row: number) => boolean) {
    this.trace = trace;
    this.isWanted = isWanted;
  }

  get length(): number {
    return this.rows.length;
  }

  /** Takes in the rows that the trace has got since. */
  extend(): void {
    const { trace } = this;
    for (; this.read < trace.length; this.read++) {
      if (this.isWanted(this.read)) this.rows.push(this.read);
    }
  }

  /** The number of the row at a place. */
  at(place: number): number {
    return this.rows.at(place);
  }

  timeAt(place: number): number {
    return this.trace.timeAt(this.at(place));
  }

  /** The place of the first that comes at or after a time; `length` if none does. */
  firstFrom(timeMs: number): number {
    return firstWhere(this.length, (place) => this.timeAt(place) >= timeMs);
  }

  /** How many come at or before a time. */
  countUntil(timeMs: number): number {
    return firstWhere(this.length, (place) => this.timeAt(place) > timeMs);
  }
}

/** The logs of each trace, by what they are called. */
const logs = new WeakMap<Trace, Map<string, RowLog>>();

/** The log of a trace with that name, with all rows that there are by now; `isWanted` says what the name stands for. */
export function rowLogOf(trace: Trace, name: string, isWanted: (row: number) => boolean): RowLog {
  let own = logs.get(trace);
  if (own === undefined) {
    own = new Map();
    logs.set(trace, own);
  }
  const log = own.get(name) ?? new RowLog(trace, isWanted);
  own.set(name, log);
  log.extend();
  return log;
}
