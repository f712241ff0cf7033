/** How each element ended, and at which row; it grows with the trace. */
import { firstWhere, type LossRule, RowKind } from "../../../trace/index.ts";
import type { RunFacts } from "./run-facts.ts";

type Manner = LossRule["manner"];

export interface Fate {
  readonly element: number;
  /** Row numbers; infinite for what has not happened. */
  made: number;
  received: number;
  done: number;
  lost: number;
  /** The rule's number by which it was lost. */
  rule: number;
}

export class Fates {
  private readonly run: RunFacts;
  private readonly byElement = new Map<number, Fate>();
  /** In the order in which they were made. */
  private readonly order: Fate[] = [];
  private read = 0;

  constructor(run: RunFacts) {
    this.run = run;
  }

  /** The fate of an element, as far as the trace goes. */
  of(element: number): Fate | undefined {
    this.grow();
    return this.byElement.get(element);
  }

  /** The last `count` elements that were made in the first `end` rows, oldest first. */
  lastMade(end: number, count: number): readonly Fate[] {
    this.grow();
    const { order } = this;
    const made = firstWhere(order.length, (place) => (order[place] as Fate).made >= end);
    return order.slice(Math.max(0, made - count), made);
  }

  private grow(): void {
    const { rows } = this.run;
    for (; this.read < rows.length; this.read++) this.take(this.read);
  }

  private take(row: number): void {
    const { rows, actorOf } = this.run;
    const element = rows.elementAt(row);
    switch (rows.kindAt(row)) {
      case RowKind.MADE: {
        const fate = { ...UNKNOWN, element, made: row };
        this.byElement.set(element, fate);
        this.order.push(fate);
        break;
      }
      case RowKind.LEFT:
        if (actorOf(rows.whoAt(row))?.role === "worker") this.change(element, { received: row });
        break;
      case RowKind.DONE:
        this.change(element, { done: row });
        break;
      case RowKind.LOST:
        this.change(element, { lost: row, rule: rows.detailAt(row) });
        break;
      default:
    }
  }

  private change(element: number, change: Partial<Fate>): void {
    const fate = this.byElement.get(element);
    if (fate !== undefined) Object.assign(fate, change);
  }
}

const NEVER = Number.POSITIVE_INFINITY;
const UNKNOWN = { received: NEVER, done: NEVER, lost: NEVER, rule: -1 } as const;

/** How an element was lost; null for a rule that nobody knows. */
export function mannerOf({ losses }: RunFacts, { rule }: Fate): Manner | null {
  return losses[rule]?.manner ?? null;
}
