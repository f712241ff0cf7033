/** What was measured on a real machine, in the form in which the page quotes it. */
import type { StrategyId } from "../../systems/index.ts";
import type { ScenarioId } from "../registry.ts";

/** The smallest and the largest value of several runs. */
export type Range = readonly [least: number, most: number];

/** How many lines of one name were printed, by the page's program and by the real one. */
export interface MeasuredLine {
  readonly line: string;
  readonly page: number;
  readonly real: Range;
}

/** A shown program, run on a real machine by `npm run real`. */
export interface MeasuredProgram {
  readonly strategy: StrategyId;
  /** The time up to which its lines are counted, in ms. */
  readonly untilMs: number;
  readonly lines: readonly MeasuredLine[];
}

/**
 * A program of the text, recorded on a real JVM. A figure that is a list has a range for each place. In a text, `{name}`
 * stands for a figure or a whole list, `{nameCount}` for a list's length, `{nameFirst}` and `{nameLast}` for its ends.
 */
export interface RecordedProgram {
  readonly runs: number;
  readonly figures: Readonly<Record<string, Range | readonly Range[]>>;
}

/** How many arrays of 1 MiB fitted into a heap. */
export interface RecordedHeap {
  readonly collector: string;
  /** As it is passed to the JVM: `2g`. */
  readonly maxHeap: string;
  readonly runs: number;
  readonly arrays: Range;
  readonly outOfMemory: boolean;
  readonly heapMiB: Range;
}

export interface Measurements {
  /** How many times each program of `programs` ran. */
  readonly runs: number;
  readonly jdk: string;
  readonly node: string;
  readonly programs: Readonly<Record<ScenarioId, readonly MeasuredProgram[]>>;
  readonly recorded: {
    readonly jdk: string;
    readonly coroutines: string;
    readonly options: string;
    readonly programs: Readonly<Partial<Record<ScenarioId, RecordedProgram>>>;
    /** The heap taken by the elements that a program of the text holds at its fullest. */
    readonly heaps: Readonly<Partial<Record<ScenarioId, readonly RecordedHeap[]>>>;
  };
}
