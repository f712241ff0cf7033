/** What a scenario is: a lesson on one workload, with the strategies that answer it. */
import type { Text } from "../i18n/index.ts";
import type { Intervention, Values } from "../params/index.ts";
import type { StrategyId } from "../systems/index.ts";
import type { StripId } from "./strips.ts";

/** The heading under which the picker lists a scenario. */
export type ScenarioGroup =
  | "start"
  | "problems"
  | "strategies"
  | "patterns"
  | "realTime"
  | "tuning"
  | "practice"
  | "systems";

/** What has become of the elements of a run by some time. */
export interface Counts {
  readonly made: number;
  readonly received: number;
  /** Fully worked on. */
  readonly done: number;
  /** All that will never be done: dropped, failed, rejected and undelivered. */
  readonly lost: number;
  /** By the rule of a buffer. */
  readonly dropped: number;
  /** Reached nobody: a channel was closed, cancelled, or left behind. */
  readonly undelivered: number;
  /** Failed before they reached a buffer, or for good in the consumer's hands. */
  readonly failed: number;
  /** Turned away by a gate. */
  readonly rejected: number;
  /** In buffers. */
  readonly waiting: number;
  /** Held before buffers: suspended sends, and calls that return when their element is done. */
  readonly held: number;
  /** Places in the buffer then; Infinity for no bound. */
  readonly capacity: number;
  /** By number of the kind; empty where all elements are of one. */
  readonly byKind: readonly {
    readonly made: number;
    readonly received: number;
    readonly lost: number;
  }[];
}

/** A line that the program printed. */
export interface OutputLine {
  readonly timeMs: number;
  /** Its name among the strategy's `lines`. */
  readonly line: string;
  readonly numbers: readonly number[];
}

/** What a claim may look at: a run's numbers. Asking for a time has the run recorded as far as that. */
export interface ClaimRun {
  /** Everything counted up to and including `timeMs`. */
  countsAt(timeMs: number): Counts;
  /** Places in the buffer at the start. */
  readonly capacity: number;
  /** How long the run is at most, in ms. */
  readonly durationMs: number;
  /** The settings at the start, by key. */
  readonly values: Values;
  /** How the whole run ended, and when; `error`: the name of the error that ended its stream. */
  end(): {
    readonly reason: string;
    readonly atMs: number;
    readonly limit?: string | undefined;
    readonly error?: string | undefined;
  };
  /** The deepest that the buffer ever was, in elements. */
  maxBuffered(): number;
  /** When the first element was lost; null if none was. */
  firstLossMs(): number | null;
  /** The longest time between entering the buffer or a waiting send and being received, in ms. */
  maxWaitMs(): number;
  /** What was asked for ahead and not handed on yet, at the end of an instant; Infinity where nobody is slowed. */
  demandAt(timeMs: number): number;
  /** What so many elements take of the run's heap, in MiB: more than their bytes under some collectors. */
  heapMiBOf(elements: number): number;
  /** Everything that the program printed. */
  output(): readonly OutputLine[];
}

/** A sentence on the page about a run of this scenario, and the check that it is so. */
export interface Claim {
  readonly text: Text;
  /** Holds for runs of this strategy at the scenario's own values. */
  readonly strategy: StrategyId;
  /** What is set otherwise for it; its text says so. */
  readonly values?: Values;
  holds(run: ClaimRun): boolean;
}

/** One answer to the question, right or a plausible mistake, and why. */
export interface Answer {
  readonly text: Text;
  readonly right: boolean;
  readonly why: Text;
}

/** A sentence with numbers of a run: `{name}` in the text is what `numbers` computes from the trace. */
export interface Finding {
  readonly text: Text;
  /** Whose run it speaks of. */
  readonly strategy: StrategyId;
  /** Whether it is true, and worth saying, of this run; without it, it is of all. */
  applies?(run: ClaimRun): boolean;
  /** Settings with which it applies, where it doesn't with the scenario's own. */
  readonly example?: Values;
  numbers(run: ClaimRun): Readonly<Record<string, number | string>>;
}

/** What is claimed, and what the programs really do. */
export interface Reality {
  /** Whose claim it is: the text's, or a common belief where its programs say nothing. The text's if left out. */
  readonly source?: "text" | "common";
  /** The claim, in our words. */
  readonly claimed: Text;
  /** What happens, and why, with the run's own numbers. */
  readonly findings: readonly Finding[];
}

/** What the lesson's programs did on a real machine, where counts alone don't tell it. */
export interface RealMachine {
  /** What the text's own program did: `{name}` is a figure of its recording (`measurements.recorded`). */
  readonly recorded?: Text;
  /** Why some of the shown programs print other numbers of lines there than on the page: told where a run does. */
  readonly differs?: readonly {
    readonly strategies: readonly StrategyId[];
    readonly why: Text;
  }[];
}

/** A link that sets the page: what to try next. */
export interface NextStep {
  readonly text: Text;
  /** As after `#` in the address, without the version: `s=rate-limiting&k=token-bucket`. */
  readonly link: string;
}

/** Two of the strategies beside each other: whether the same becomes of too much, and why. */
export interface Pair {
  readonly of: readonly [StrategyId, StrategyId];
  readonly same: boolean;
  readonly why: Text;
}

/** What a scenario opened with in an earlier revision. */
export interface FormerOpening {
  readonly strategy: StrategyId;
  readonly values: Values;
  /** None if left out. */
  readonly interventions?: readonly Intervention[];
}

export interface Scenario<Id extends string = string> {
  readonly id: Id;
  /** Raised when a default changes, so that old links still mean the same. */
  readonly revision: number;
  /** What the scenario opened with in its earlier revisions, first one first. */
  readonly former?: readonly FormerOpening[];
  /** The question to answer before pressing play. */
  readonly question: Text;
  /** Two to four answers, one of them right. */
  readonly answers: readonly Answer[];
  /** When the answer shows, in ms of the run that the scenario opens with; `PLAIN_SHOWS_AT_MS` if left out. */
  readonly showsAtMs?: number;
  /** What to look at while it runs. */
  readonly notice: readonly Text[];
  readonly claims: readonly Claim[];
  /** What the text, or common belief, says of the programs, and what they do. */
  readonly reality: Reality;
  readonly realMachine?: RealMachine;
  /** What its strategies have in common and what not, pair by pair, at the scenario's own settings. */
  readonly pairs?: readonly Pair[];
  readonly next: readonly NextStep[];
  /** Which strategies are offered; the first is the one it opens with. */
  readonly strategies: readonly [StrategyId, ...StrategyId[]];
  /** The strategies that it opens with, one beside the other, first one first; the first alone if left out. */
  readonly lanes?: readonly StrategyId[];
  /** Where this scenario differs from the defaults of the params. */
  readonly values: Values;
  /**
   * Live settings of its workload that are changed while its runs go on, in order of time; none if left out. They are a
   * part of the load that the lesson is about: its claims, findings and questions speak of runs with them. The program
   * that the page prints has none of them.
   */
  readonly interventions?: readonly Intervention[];
  /** Keys of the settings that matter here; the others are under "more". */
  readonly controls: readonly string[];
  /** The strips under the picture that show the answer, one to three; `PLAIN_STRIPS` if left out. */
  readonly strips?: readonly StripId[];
}

/** Declares a scenario. */
export function defineScenario<const Id extends string>(spec: Scenario<Id>): Scenario<Id> {
  return spec;
}

/** When the answer shows in a scenario that says nothing of it. */
export const PLAIN_SHOWS_AT_MS = 3000;
