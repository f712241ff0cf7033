/** What a strategy is: one answer to "the consumer is slower than the producer". */

import type { Text } from "../i18n/index.ts";
import type { Param, Values } from "../params/index.ts";
import type { LossRule } from "../trace/index.ts";
import type { KotlinWriter } from "./kotlin/code/kotlin-writer.ts";
import type { Source } from "./source-text.ts";
import type { Playing, Setup, System, SystemWords } from "./system.ts";
import type { Topology } from "./topology.ts";

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

/** Names of lines that are printed whenever an element is done, or lost by a rule. */
export interface Echo {
  readonly done?: string;
  readonly lost?: { readonly rule: LossRule; readonly line: string };
  /** The one of them that also tells how many were offered and not yet taken. */
  readonly waiting?: string;
}

/** A failure that the program has in the library too: it is part of the lesson, not a fault of the page. */
export interface ProgramFailure {
  /** What the exception says. */
  readonly message: string;
  /** Whether a program with these settings may end so. */
  when(values: Values): boolean;
  /** Why it ends so. */
  readonly why: Text;
}

export interface Strategy<Id extends string = string> {
  readonly id: Id;
  readonly system: System;
  readonly version: Version;
  /** What the page says of its runs in other words than of those of its system. */
  readonly words?: Partial<SystemWords>;
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
  /** Lines that the program prints at rows of the trace, which then have no row of their own. */
  readonly echo?: Echo;
  /** How the places of a line are written; numbers as they are without it. */
  spell?(line: string, numbers: readonly number[], values: Values): readonly string[];
  kinds?(values: Values): ElementKinds;
  /** How long the producer wants to pause after each element, in ms, where that is no setting of the workload. */
  pauseMs?(values: Values): number;
  guarantees(values: Values): Guarantees;
  /** How its program may fail, if it may: no other program fails under any settings. */
  readonly failure?: ProgramFailure;
  /** What stands between the maker of elements and their end. */
  topology(values: Values): Topology;
  /** Starts the program. */
  play(setup: Setup): Playing;
  /**
   * The program in the language of its system: it prints the same lines, and the page marks who stands where.
   * `writer` comes with the first text that is shown.
   */
  source(values: Values, writer: KotlinWriter): Source;
}
