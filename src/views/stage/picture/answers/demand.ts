/** What was requested over one connection, and which elements came for it: it grows with the trace that it reads. */
import { firstWhere, RowKind } from "../../../../trace/index.ts";
import type { RunFacts } from "../run-facts.ts";

/** One request. */
export interface Asked {
  readonly row: number;
  readonly ms: number;
  /** For so many; Infinity for no bound. */
  readonly n: number;
  /** The first element that spends it is the `first`th of all that came over the connection. */
  readonly first: number;
}

export class Demand {
  /** In the order in which they were made. */
  readonly list: Asked[] = [];
  /** The most elements that one of them is for; those without bound aside. */
  largest = 1;
  private readonly run: RunFacts;
  private readonly connection: number;
  private readonly to: number;
  /** The rows with which elements came, the elements, and the rows with which as many had gone on. */
  private readonly cameRows: number[] = [];
  private readonly elements: number[] = [];
  private readonly goneRows: number[] = [];
  private readonly inside = new Set<number>();
  private requested = 0;
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

  /** How many requests there are among the first `end` rows. */
  before(end: number): number {
    return firstWhere(this.list.length, (i) => (this.list[i] as Asked).row >= end);
  }

  /** The element that came as number `index` in the first `end` rows; -1 if none has. */
  cameAs(index: number, end: number): number {
    return (this.cameRows[index] ?? Number.POSITIVE_INFINITY) < end
      ? (this.elements[index] ?? -1)
      : -1;
  }

  /** Whether the element that came as number `index` has gone on: they go in the order in which they came. */
  hasGone(index: number, end: number): boolean {
    return (this.goneRows[index] ?? Number.POSITIVE_INFINITY) < end;
  }

  /** How many that had come by a row had not gone on. */
  insideAt(row: number): number {
    const upTo = (list: readonly number[]) =>
      firstWhere(list.length, (i) => (list[i] as number) >= row);
    return upTo(this.cameRows) - upTo(this.goneRows);
  }

  private take(row: number): void {
    const { rows, actorOf } = this.run;
    const kind = rows.kindAt(row);
    const at = rows.stationAt(row);
    const element = rows.elementAt(row);
    if (kind === RowKind.REQUESTED) {
      if (at === this.connection) this.ask(row, element);
      return;
    }
    if (kind === RowKind.LEFT) {
      const taker = actorOf(rows.whoAt(row));
      if (at === this.to) this.go(row, element);
      else if (taker?.role === "worker" && taker.station === this.to) this.come(row, element);
      return;
    }
    if (at !== this.to) return;
    if (kind === RowKind.ENTERED || kind === RowKind.PASSED) this.come(row, element);
    // What is lost or merged on arrival came all the same.
    else if (ENDS_INSIDE.has(kind) && !this.inside.has(element)) this.come(row, element);
    if (kind === RowKind.PASSED || kind === RowKind.DONE || ENDS_INSIDE.has(kind))
      this.go(row, element);
  }

  private ask(row: number, n: number): void {
    const ms = this.run.rows.timeAt(row);
    this.list.push({ row, ms, n: n < 0 ? Number.POSITIVE_INFINITY : n, first: this.requested });
    this.requested += Math.max(0, n);
    this.largest = Math.max(this.largest, n);
  }

  private come(row: number, element: number): void {
    this.cameRows.push(row);
    this.elements.push(element);
    this.inside.add(element);
  }

  private go(row: number, element: number): void {
    if (this.inside.delete(element)) this.goneRows.push(row);
  }
}

const ENDS_INSIDE: ReadonlySet<RowKind> = new Set([RowKind.LOST, RowKind.MERGED]);
