/** Some rows of a trace, in order: only their numbers are kept, everything else is read off the trace. */
import { firstWhere, type Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";

/** `lastBefore` looks at no more rows than this by default. */
const MOST_LOOKED_AT = 400;

/** Larger than the number of any row. */
const NEVER = 0x7fffffff;

export class RowLog {
  private readonly rows = new Column(Int32Array, NEVER);
  private readonly trace: Trace;

  constructor(trace: Trace) {
    this.trace = trace;
  }

  get length(): number {
    return this.rows.length;
  }

  /** Bytes that it takes in memory. */
  get byteLength(): number {
    return this.rows.byteLength;
  }

  /** Adds a row, which must come after all rows added before. */
  push(row: number): void {
    this.rows.push(row);
  }

  /** The number of the row at a place; larger than any row's number beyond the last place. */
  at(place: number): number {
    return this.rows.at(place);
  }

  timeAt(place: number): number {
    return this.trace.timeAt(this.at(place));
  }

  elementAt(place: number): number {
    return this.trace.elementAt(this.at(place));
  }

  /** The place of the first row at or after `timeMs`; `length` if there is none. */
  firstFrom(timeMs: number): number {
    return firstWhere(this.length, (place) => this.timeAt(place) >= timeMs);
  }

  /** The number of rows at or before `timeMs`. */
  countUntil(timeMs: number): number {
    return firstWhere(this.length, (place) => this.timeAt(place) > timeMs);
  }

  /** How many of them are among the first `end` rows of the trace. */
  countBefore(end: number): number {
    return firstWhere(this.length, (place) => this.at(place) >= end);
  }

  /** The last `count` of them that are wanted among the first `end` rows, newest first; looks at `most` at most. */
  lastBefore(
    end: number,
    count: number,
    isWanted: (row: number) => boolean,
    most: number = MOST_LOOKED_AT,
  ): number[] {
    const found: number[] = [];
    const top = this.countBefore(end);
    const bottom = Math.max(0, top - most);
    for (let place = top - 1; place >= bottom && found.length < count; place--) {
      const row = this.at(place);
      if (isWanted(row)) found.push(row);
    }
    return found;
  }
}
