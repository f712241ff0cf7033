/** What was written over one connection and when its stream asked to wait: it grows with the trace that it reads. */
import { asksToWait, firstWhere, RowKind, SIGNALS, type Signal } from "../../../../trace/index.ts";
import type { RunFacts } from "../run-facts.ts";

/** An element that was written. */
export interface Write {
  readonly row: number;
  readonly ms: number;
  readonly element: number;
  /** The row since which the answer to it is known to be that whoever writes should wait; -1: it should go on. */
  waitRow: number;
}

/** A time during which the stream asked to wait. */
export interface Asked {
  readonly row: number;
  readonly ms: number;
  /** When it no longer did; Infinity where it never ends. */
  endRow: number;
  endMs: number;
  endSignal: Signal | null;
}

export class Written {
  readonly writes: Write[] = [];
  readonly asked: Asked[] = [];
  /** Rows and times at which elements were done. */
  readonly done: { readonly row: number; readonly ms: number }[] = [];
  private readonly longest: number[] = [];
  private readonly run: RunFacts;
  private readonly connection: number;
  private readonly to: number;
  private read = 0;

  constructor(run: RunFacts, connection: number, to: number) {
    this.run = run;
    this.connection = connection;
    this.to = to;
  }

  grow(): void {
    const { rows } = this.run;
    for (; this.read < rows.length; this.read++) this.take(this.read);
  }

  /** The longest time that so many writes in a row took, of those among the first `end` rows, in ms. */
  longestAmong(end: number): number {
    return this.longest[countBefore(this.writes, end) - 1] ?? 0;
  }

  /** How long it is at `timeMs` that the first of the last so many was written, among the first `end` rows, in ms. */
  sinceAt(timeMs: number, end: number): number {
    const count = countBefore(this.writes, end);
    return timeMs - (this.writes[Math.max(0, count - IN_A_ROW)]?.ms ?? timeMs);
  }

  private take(row: number): void {
    const { rows } = this.run;
    const ms = rows.timeAt(row);
    const at = rows.stationAt(row);
    switch (rows.kindAt(row)) {
      case RowKind.ENTERED:
      case RowKind.PASSED:
        if (at === this.to) this.write(row, ms, rows.elementAt(row));
        break;
      case RowKind.DONE:
        this.done.push({ row, ms });
        break;
      case RowKind.SIGNALLED:
        if (at === this.connection) this.signal(row, ms, SIGNALS[rows.detailAt(row)] ?? null);
        break;
      default:
    }
  }

  private write(row: number, ms: number, element: number): void {
    const { writes, longest } = this;
    writes.push({ row, ms, element, waitRow: this.open === undefined ? -1 : row });
    const first = writes[Math.max(0, writes.length - IN_A_ROW)]?.ms ?? ms;
    longest.push(Math.max(longest.at(-1) ?? 0, ms - first));
  }

  private signal(row: number, ms: number, signal: Signal | null): void {
    const { asked, open } = this;
    if (!asksToWait(signal)) {
      if (open !== undefined) Object.assign(open, { endRow: row, endMs: ms, endSignal: signal });
      return;
    }
    if (open !== undefined) return;
    const forEver = { endRow: Number.POSITIVE_INFINITY, endMs: Number.POSITIVE_INFINITY };
    asked.push({ row, ms, ...forEver, endSignal: null });
    // It is the last write that is answered so.
    const last = this.writes.at(-1);
    if (last !== undefined && last.ms === ms) last.waitRow = row;
  }

  private get open(): Asked | undefined {
    const last = this.asked.at(-1);
    return last?.endSignal === null ? last : undefined;
  }
}

/** So many writes are seen at least. */
export const IN_A_ROW = 8;

/** How many of a list stand among the first `end` rows. */
export function countBefore(list: readonly { readonly row: number }[], end: number): number {
  return firstWhere(list.length, (i) => (list[i] as { readonly row: number }).row >= end);
}
