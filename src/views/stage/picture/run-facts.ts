/** What the picture asks of a run beside its state: the graph, its history, who is who, what losses are called. */
import type { Text } from "../../../i18n/index.ts";
import type { History, RowIndex } from "../../../run/index.ts";
import type { Actor, ElementKinds, Topology } from "../../../systems/index.ts";
import type { Failure, LossRule } from "../../../trace/index.ts";
import type { OpenAnswer } from "./answers/answer.ts";

export interface RunFacts {
  readonly topology: Topology;
  readonly history: History;
  /** The rows of its trace by what they say, with all that there are by now. */
  readonly index: RowIndex;
  /** The kinds of its elements, where there are several. */
  readonly kinds: ElementKinds | null;
  /** Bytes of the model's heap that an element takes, and all that there are; 0 for no model. */
  readonly elementBytes: number;
  readonly heapBytes: number;
  /** How long the producer wants to pause between two elements at the start, in ms; NaN where no setting says. */
  readonly pauseMs: number;
  /**
   * When the body of main has ended and the program goes on, in ms, and how many waited in buffers then; null before, or where
   * there is no such end.
   */
  bodyEnd(): { readonly atMs: number; readonly waiting: number } | null;
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
