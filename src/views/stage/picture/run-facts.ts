/** What the picture asks of a run beside its state: the graph, the rows, who is who, what losses are called. */
import type { Text } from "../../../i18n/index.ts";
import type { Actor, ElementKinds, Topology } from "../../../systems/index.ts";
import { type Failure, firstWhere, type LossRule, type RowKind } from "../../../trace/index.ts";
import type { OpenAnswer } from "./answers/answer.ts";

/** The rows of a trace, as far as the picture reads them. */
export interface Rows {
  readonly length: number;
  timeAt(row: number): number;
  kindAt(row: number): RowKind;
  stationAt(row: number): number;
  whoAt(row: number): number;
  elementAt(row: number): number;
  detailAt(row: number): number;
  rowsUntil(timeMs: number): number;
}

export interface RunFacts {
  readonly topology: Topology;
  readonly rows: Rows;
  readonly index: RowIndex;
  /** The kinds of its elements, where there are several. */
  readonly kinds: ElementKinds | null;
  /** Bytes of the model's heap that an element takes, and all that there are; 0 for no model. */
  readonly elementBytes: number;
  readonly heapBytes: number;
  /** How long the producer wants to pause between two elements at the start, in ms; NaN where no setting says. */
  readonly pauseMs: number;
  /** The rules of loss, by number. */
  readonly losses: readonly LossRule[];
  /** The errors that actors were ended with. */
  readonly failures: readonly Failure[];
  /** What answers the run's question; null where its stations say it all. */
  readonly answer: OpenAnswer | null;
  actorOf(who: number): Actor | undefined;
  /** How the picture counts losses by rule number `rule`, with `{n}` for the number; null where nobody says. */
  lossCount(rule: number): Text | null;
}

/** Finds the rows of one kind without walking through all others. It grows with the trace it reads. */
export class RowIndex {
  private readonly rows: Rows;
  private readonly byKind = new Map<RowKind, { read: number; found: number[] }>();

  constructor(rows: Rows) {
    this.rows = rows;
  }

  /** The numbers of all rows of a kind that are recorded so far, in order. Not to be changed. */
  of(kind: RowKind): readonly number[] {
    let known = this.byKind.get(kind);
    if (known === undefined) {
      known = { read: 0, found: [] };
      this.byKind.set(kind, known);
    }
    const { rows } = this;
    for (; known.read < rows.length; known.read++) {
      if (rows.kindAt(known.read) === kind) known.found.push(known.read);
    }
    return known.found;
  }

  /** How many rows of a kind are among the first `end` rows. */
  before(kind: RowKind, end: number): number {
    const found = this.of(kind);
    return firstWhere(found.length, (place) => (found[place] as number) >= end);
  }

  /** The last rows of a kind among the first `end`, newest first, while `wanted` says yes; at most `most` are looked at. */
  last(
    kind: RowKind,
    end: number,
    count: number,
    wanted: (row: number) => boolean,
    most = 400,
  ): number[] {
    const found = this.of(kind);
    const rows: number[] = [];
    const top = this.before(kind, end);
    for (let i = top - 1; i >= 0 && i >= top - most && rows.length < count; i--) {
      const row = found[i] as number;
      if (wanted(row)) rows.push(row);
    }
    return rows;
  }
}
