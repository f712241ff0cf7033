/** What a strategy is: one answer to "the consumer is slower than the producer". */
import type { Channel, Sim, Steps, Suspending } from "../engine/index.ts";
import type { Text } from "../i18n/index.ts";
import type { Param, Values, ValuesOf } from "../params/index.ts";

/** The library whose behaviour a strategy follows. */
export type System = "kotlin";

/**
 * What a strategy promises for any load. Shown on the page, and checked by tests over random loads.
 */
export interface Guarantees {
  /** Most elements that ever wait in the buffer; Infinity for no bound. */
  readonly maxBuffered: number;
  /** Every element that was produced reaches a consumer in the end. */
  readonly lossless: boolean;
  /** The producer is held back while there is no room. */
  readonly producerWaits: boolean;
  /** Elements leave the channel in the order in which they were produced: a single worker receives them so. */
  readonly inOrder: boolean;
  /** What is kept when there is too much: everything, what came first, or what came last. */
  readonly keeps: "all" | "oldest" | "newest";
}

/** What the picture draws between producer and consumer. */
export type Stage = {
  readonly kind: "buffer";
  /** Places in the buffer; Infinity for no bound, 0 for a rendezvous. */
  readonly capacity: number;
  /** What this buffer is called, where "buffer" says too little. */
  readonly name?: Text;
};

/** What a strategy is given to build its link from. */
export interface LinkContext<V> {
  readonly sim: Sim;
  /** The current settings: read a live one when it is needed, not before. */
  readonly values: V;
}

/** The connection between producer and consumers that a strategy makes. */
export interface Link {
  readonly channel: Channel<number>;
  /** Offers an element in the strategy's way; a coroutine runs it with `yield*`. */
  offer(element: number): Suspending<void> | Steps<void>;
}

/** The parts of the Kotlin program that a strategy decides. */
export interface KotlinParts {
  /** The expression that makes the channel. */
  readonly channel: string;
  /** The lines that offer the element `i`. */
  readonly offer: readonly string[];
}

export interface Strategy<Id extends string = string> {
  readonly id: Id;
  readonly system: System;
  readonly name: Text;
  /** One sentence: what it does when there is no room. */
  readonly summary: Text;
  /** When it is the right choice, and what it costs. */
  readonly advice: Text;
  readonly params: readonly Param[];
  guarantees(values: Values): Guarantees;
  stages(values: Values): readonly [Stage, ...Stage[]];
  link(context: LinkContext<Values>): Link;
  kotlin(values: Values): KotlinParts;
}

type Typed<V> = {
  guarantees(values: V): Guarantees;
  stages(values: V): readonly [Stage, ...Stage[]];
  link(context: LinkContext<V>): Link;
  kotlin(values: V): KotlinParts;
};

/** Declares a strategy; its functions see the values of its own params, typed. */
export function defineStrategy<const Id extends string, const Params extends readonly Param[]>(
  spec: Omit<Strategy<Id>, "params" | keyof Typed<never>> & { readonly params: Params } & Typed<
      ValuesOf<Params>
    >,
): Strategy<Id> {
  // The values of a run hold every param of its strategy: the run checks that before it starts.
  return spec as unknown as Strategy<Id>;
}
