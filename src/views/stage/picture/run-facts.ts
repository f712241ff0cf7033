/** What the picture needs to know of a run besides its state: the graph, the history, the actors, the rules of loss. */
import type { Text } from "../../../i18n/index.ts";
import type { History, RowIndex } from "../../../run/index.ts";
import type { Actor, ElementKinds, Topology } from "../../../systems/index.ts";
import type { Failure, LossRule } from "../../../trace/index.ts";
import type { OpenAnswer } from "./answers/answer.ts";

export interface RunFacts {
  readonly topology: Topology;
  readonly history: History;
  /** The rows of its trace by kind, up to the last that is recorded. */
  readonly index: RowIndex;
  /** The kinds of its elements; null if there is only one. */
  readonly kinds: ElementKinds | null;
  /** Bytes that an element takes on the modelled heap, and the size of that heap; 0 if the heap is not modelled. */
  readonly elementBytes: number;
  readonly heapBytes: number;
  /** How long the producer wants to pause between two elements at the start, in ms; NaN if no setting says so. */
  readonly pauseMs: number;
  /**
   * When the body of main ended although the program went on, in ms, and how many elements waited in buffers then; null
   * before that, and in runs without such an end.
   */
  bodyEnd(): { readonly atMs: number; readonly waiting: number } | null;
  /** The rules of loss, by their numbers. */
  readonly losses: readonly LossRule[];
  /** The errors with which actors ended. */
  readonly failures: readonly Failure[];
  /** The strip that answers the run's question; null if the stations answer it themselves. */
  readonly answer: OpenAnswer | null;
  actorOf(who: number): Actor | undefined;
  /** The text that counts losses by rule number `rule`, with `{n}` for the count; null if the rule has none. */
  lossCount(rule: number): Text | null;
}
