/** The contract of a strategy: a program that copes in one way with a consumer that is slower than the producer. */

import type { Text } from "../i18n/index.ts";
import type { Param, Values } from "../params/index.ts";
import type { LossRule } from "../trace/index.ts";
import type { KotlinWriter } from "./kotlin/code/kotlin-writer.ts";
import type { Source } from "./source-text.ts";
import type { Playing, Setup, System, SystemWords } from "./system.ts";
import type { Topology } from "./topology.ts";

/** What a strategy promises for any load. The page shows it, and tests check it over random loads. */
export interface Guarantees {
  /** The most elements that ever wait in the buffer; Infinity for no bound. */
  readonly maxBuffered: number;
  /** Every element that is made eventually reaches a consumer. */
  readonly lossless: boolean;
  /** The producer is held back while there is no room. */
  readonly producerWaits: boolean;
  /** Elements leave the channel in the order in which they were made: a single worker receives them in that order. */
  readonly inOrder: boolean;
  /**
   * Which elements are kept when there are too many: all, the oldest, the newest, the most important, or
   * whichever the program happens to keep.
   */
  readonly keeps: "all" | "oldest" | "newest" | "important" | "some";
}

/** The kinds of elements (priorities, log levels, sensors), which differ in shape and colour on the page. */
export interface ElementKinds {
  /** The names of the kinds, by the kind's number. */
  readonly names: readonly Text[];
  /** Returns the number of an element's kind, from 0. */
  of(element: number): number;
}

/**
 * Where the program comes from. `library`: a plain use of the library; `written`: a program of the text as it is
 * written there; `meant`: a program that does what the text intends.
 */
export type Version = "library" | "written" | "meant";

/** Names of lines that the program prints whenever an element is done, or lost by a rule. */
export interface Echo {
  readonly done?: string;
  readonly lost?: { readonly rule: LossRule; readonly line: string };
  /** The one of these lines whose last number is how many elements have been offered but not yet taken. */
  readonly waiting?: string;
}

/** A failure that the program has with the real library too: it is part of the lesson, not a fault of the page. */
export interface ProgramFailure {
  /** The message of the exception. */
  readonly message: string;
  /** Whether a program with these settings may fail in this way. */
  when(values: Values): boolean;
  /** Why it fails. */
  readonly why: Text;
}

export interface Strategy<Id extends string = string> {
  readonly id: Id;
  readonly system: System;
  readonly version: Version;
  /** Words for its runs that replace those of its system. */
  readonly words?: Partial<SystemWords>;
  readonly name: Text;
  /** What it does when there is no room, in one sentence. */
  readonly summary: Text;
  /** When it is the right choice, and what it costs. */
  readonly advice: Text;
  /** Its own settings; each lane has its own values for them. */
  readonly params: readonly Param[];
  /** The settings of the workload that affect it; all lanes share their values. */
  readonly workload: readonly Param[];
  /** The lines that the program prints, by name, with `{0}`, `{1}`... for numbers. */
  readonly lines: Readonly<Record<string, string>>;
  /** Lines that the program prints when an element is done or lost: they have no PRINTED rows of their own. */
  readonly echo?: Echo;
  /** Returns the texts for the places of a line. Without it, the numbers are written as they are. */
  spell?(line: string, numbers: readonly number[], values: Values): readonly string[];
  kinds?(values: Values): ElementKinds;
  /** Returns how long the producer pauses after each element, in ms, if that is not a setting of the workload. */
  pauseMs?(values: Values): number;
  guarantees(values: Values): Guarantees;
  /** How its program may fail. A program without this never fails, whatever the settings. */
  readonly failure?: ProgramFailure;
  /** Returns the stations from the source to the workers, and the connections between them. */
  topology(values: Values): Topology;
  /** Starts the program. */
  play(setup: Setup): Playing;
  /**
   * Returns the program in the language of its system. It prints the same lines as the run, and the page marks in it
   * where each actor is. `writer` is loaded with the first text that is shown.
   */
  source(values: Values, writer: KotlinWriter): Source;
}
