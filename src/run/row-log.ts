/** Rows of a trace of which something holds, in order: each is kept as its number, all else is read off the trace. */
import { firstWhere, type Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";

/** Among more rows than this nobody looks for one of which something else holds besides. */
const MOST_LOOKED_AT = 400;

/** More than the number of any row. */
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

  /** Adds a row, which comes after all before it. */
  push(row: number): void {
    this.rows.push(row);
  }

  /** The number of the row at a place; beyond the last one that no row has. */
  at(place: number): number {
    return this.rows.at(place);
  }

  timeAt(place: number): number {
    return this.trace.timeAt(this.at(place));
  }

  elementAt(place: number): number {
    return this.trace.elementAt(this.at(place));
  }

  /** The place of the first that comes at or after a time; `length` if none does. */
  firstFrom(timeMs: number): number {
    return firstWhere(this.length, (place) => this.timeAt(place) >= timeMs);
  }

  /** How many come at or before a time. */
  countUntil(timeMs: number): number {
    return firstWhere(this.length, (place) => this.timeAt(place) > timeMs);
  }

  /** How many are among the first `end` rows of the trace. */
  countBefore(end: number): number {
    return firstWhere(this.length, (place) => this.at(place) >= end);
  }

  /** The last of them among the first `end` rows that are `wanted`, newest first; at most `most` are looked at. */
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
