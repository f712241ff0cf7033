/** What a strategy is: one answer to "the consumer is slower than the producer". */

import type { Text } from "../i18n/index.ts";
import type { Param, Values, ValuesOf } from "../params/index.ts";
import type { DropRule, TraceKind } from "../trace/index.ts";
import type { Program } from "./program.ts";

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
  /**
   * What is kept when there is too much: everything, what came first, what came last, what matters most,
   * or what the program happens to keep.
   */
  readonly keeps: "all" | "oldest" | "newest" | "important" | "some";
}

export interface BufferStage {
  readonly kind: "buffer";
  /** Places in the buffer; Infinity for no bound, 0 for a rendezvous. */
  readonly capacity: number;
  /** What this buffer is called, where "buffer" says too little. */
  readonly name?: Text;
}

/** What the picture draws between producer and consumer beside the buffer. */
export type GateStage =
  /** Coroutines that may be in `send` at once. */
  | { readonly kind: "permits"; readonly total: number }
  /** A token bucket. */
  | { readonly kind: "tokens"; readonly ratePerSec: number; readonly burst: number }
  /** A circuit breaker: opens at `threshold` failures, or percent of failed or slow calls in its window, for `openMs`. */
  | {
      readonly kind: "breaker";
      readonly threshold: number;
      readonly unit: "failures" | "percent" | "slowPercent";
      readonly openMs: number;
    }
  /** The consumer's tray of a batch; `flushMs` 0 for no flush by time. */
  | { readonly kind: "batch"; readonly size: number; readonly flushMs: number }
  /** One slot a kind of element. */
  | { readonly kind: "slots"; readonly slots: number }
  /** Threads that the workers share. */
  | { readonly kind: "threads"; readonly total: number }
  /** Levels of service: at each higher one more kinds of elements are shed. */
  | { readonly kind: "levels"; readonly levels: readonly Text[] }
  /** Attempts of a call that fails. */
  | { readonly kind: "retries"; readonly attempts: number };

/** What the picture draws between producer and consumer; the buffer comes first. */
export type Stages = readonly [BufferStage, ...GateStage[]];

/** Elements of several kinds (priorities, log levels, sensors): shape and colour on the page. */
export interface ElementKinds {
  /** What the kinds are called, by their number. */
  readonly names: readonly Text[];
  /** The kind of an element, from 0. */
  of(element: number): number;
}

/**
 * Whose idea the program is: a plain use of the library, a program of the text as it is written there, or
 * one that does what the text means.
 */
export type Version = "library" | "written" | "meant";

/** The parts of the Kotlin program that a plain strategy decides; producer and consumer are the workload's. */
export interface KotlinParts {
  /** The expression that makes the channel. */
  readonly channel: string;
  /** The lines that offer the element `i`. */
  readonly offer: readonly string[];
  /** Lines of `main` after the channel's. */
  readonly before?: readonly string[];
  /** Lines of a consumer that has just received an element. */
  readonly received?: readonly string[];
  /** What stands behind `main`: functions and classes that the other lines use. */
  readonly after?: readonly string[];
}

/**
 * A Kotlin program of a strategy's own: everything but its imports. A line that ends in `//@ role.activity`
 * is where that coroutine stands; the mark is not shown.
 */
export interface KotlinProgram {
  readonly program: readonly string[];
}

export interface Strategy<Id extends string = string> {
  readonly id: Id;
  readonly system: System;
  readonly version: Version;
  readonly name: Text;
  /** One sentence: what it does when there is no room. */
  readonly summary: Text;
  /** When it is the right choice, and what it costs. */
  readonly advice: Text;
  /** Its own settings: each lane has them for itself. */
  readonly params: readonly Param[];
  /** The settings of the workload that it heeds: all lanes share them. */
  readonly workload: readonly Param[];
  /** The lines that the program prints, by name, with `{0}`, `{1}`... for numbers. */
  readonly lines: Readonly<Record<string, string>>;
  /** Rows of the trace that are printed lines without a REPORT row: the name of the line, or null. */
  echo?(kind: TraceKind, detail: DropRule | number): string | null;
  /** How the places of a line are written; numbers as they are without it. */
  spell?(line: string, numbers: readonly number[], values: Values): readonly string[];
  kinds?(values: Values): ElementKinds;
  guarantees(values: Values): Guarantees;
  stages(values: Values): Stages;
  /** Launches the program. */
  launch(program: Program<Values>): void;
  kotlin(values: Values): KotlinParts | KotlinProgram;
}

type Typed<V extends object> = {
  kinds?(values: V): ElementKinds;
  guarantees(values: V): Guarantees;
  stages(values: V): Stages;
  launch(program: Program<V>): void;
  kotlin(values: V): KotlinParts | KotlinProgram;
};

/** Declares a strategy; its functions see the values of its own settings and of the workload's, typed. */
export function defineStrategy<
  const Id extends string,
  const Params extends readonly Param[],
  const Workload extends readonly Param[],
>(
  spec: Omit<Strategy<Id>, "params" | "workload" | "system" | keyof Typed<never>> & {
    readonly params: Params;
    readonly workload: Workload;
  } & Typed<ValuesOf<Params> & ValuesOf<Workload>>,
): Strategy<Id> {
  // The values of a run hold every param of its strategy: the run checks that before it starts.
  return { system: "kotlin", ...spec } as unknown as Strategy<Id>;
}
