/** The instants at which something happened in a run, and how often it had happened by then; grows with the trace. */
import { firstWhere } from "../trace/index.ts";
import { Column } from "./columns.ts";

export class Instants {
  /** How often it has happened so far. */
  total = 0;
  private readonly times = new Column(Float64Array);
  private readonly totals = new Column(Int32Array);

  /** The number of different instants. */
  get length(): number {
    return this.times.length;
  }

  /** Bytes that it takes in memory. */
  get byteLength(): number {
    return this.times.byteLength + this.totals.byteLength;
  }

  /** Records that it happened `times` times at `timeMs`, which must not be before the last instant. */
  add(timeMs: number, times = 1): void {
    this.total += times;
    const last = this.length - 1;
    if (last >= 0 && this.times.at(last) === timeMs) {
      this.totals.set(last, this.total);
      return;
    }
    this.times.push(timeMs);
    this.totals.push(this.total);
  }

  /** The place of the last instant at or before `timeMs`; -1 if there is none. */
  lastUntil(timeMs: number): number {
    return firstWhere(this.length, (place) => this.times.at(place) > timeMs) - 1;
  }

  /** The time of the instant at a place, in ms. */
  timeAt(place: number): number {
    return this.times.at(place);
  }

  /** How often it has happened by the instant at a place; 0 for -1. */
  totalAt(place: number): number {
    return this.totals.at(place);
  }

  /** How often it has happened by `timeMs`. */
  totalUntil(timeMs: number): number {
    return this.totalAt(this.lastUntil(timeMs));
  }
}
