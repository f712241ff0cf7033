/** Scenarios: a scenario is a lesson on one workload, with the strategies that handle it. */
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

/** What had become of a run's elements by a given time. */
export interface Counts {
  readonly made: number;
  readonly received: number;
  /** Fully worked on. */
  readonly done: number;
  /** All that will never be done: dropped, failed, rejected and undelivered. */
  readonly lost: number;
  /** Dropped by the rule of a buffer. */
  readonly dropped: number;
  /** Never received, because the channel was closed, cancelled or left behind. */
  readonly undelivered: number;
  /** Failed before they reached a buffer, or for good at the consumer. */
  readonly failed: number;
  /** Turned away by a gate. */
  readonly rejected: number;
  /** Waiting in buffers. */
  readonly waiting: number;
  /** Held before buffers: in suspended sends, and in calls that return only when their element is done. */
  readonly held: number;
  /** Places in the buffer at that time; Infinity if it has no bound. */
  readonly capacity: number;
  /** By the number of the kind; empty if all elements are of one kind. */
  readonly byKind: readonly {
    readonly made: number;
    readonly received: number;
    readonly lost: number;
  }[];
}

/** One line that the program printed. */
export interface OutputLine {
  readonly timeMs: number;
  /** The name of the line among the strategy's `lines`. */
  readonly line: string;
  readonly numbers: readonly number[];
}

/** The numbers of a run that a claim may look at. Asking about a time records the run up to that time. */
export interface ClaimRun {
  /** The counts up to and including `timeMs`. */
  countsAt(timeMs: number): Counts;
  /** Places in the buffer at the start. */
  readonly capacity: number;
  /** The longest that the run can last, in ms. */
  readonly durationMs: number;
  /** The settings at the start, by key. */
  readonly values: Values;
  /** How and when the whole run ended; `error` is the name of the error that ended its stream. */
  end(): {
    readonly reason: string;
    readonly atMs: number;
    readonly limit?: string | undefined;
    readonly error?: string | undefined;
  };
  /** The most elements that the buffer ever held. */
  maxBuffered(): number;
  /** When the first element was lost, in ms; null if none was. */
  firstLossMs(): number | null;
  /** The longest time from an element's arrival in the buffer or in a waiting send until it was received, in ms. */
  maxWaitMs(): number;
  /** Elements requested but not handed on yet at the end of the instant `timeMs`; Infinity if nothing slows the source. */
  demandAt(timeMs: number): number;
  /** The heap that this many elements take in the run, in MiB: under some collectors, more than their bytes. */
  heapMiBOf(elements: number): number;
  /** Everything that the program printed. */
  output(): readonly OutputLine[];
}

/** A sentence on the page about a run of this scenario, and the check that it is true. */
export interface Claim {
  readonly text: Text;
  /** The claim is about runs of this strategy at the scenario's own values. */
  readonly strategy: StrategyId;
  /** Settings that differ from the scenario's own for this claim; its text names them. */
  readonly values?: Values;
  holds(run: ClaimRun): boolean;
}

/** One answer to the question, either right or a plausible mistake, with the explanation. */
export interface Answer {
  readonly text: Text;
  readonly right: boolean;
  readonly why: Text;
}

/** A sentence with numbers of a run: `{name}` in the text stands for the number of that name in `numbers`. */
export interface Finding {
  readonly text: Text;
  /** The strategy whose run it is about. */
  readonly strategy: StrategyId;
  /** Whether the sentence is true of this run and worth saying; if left out, it applies to all runs. */
  applies?(run: ClaimRun): boolean;
  /** Settings under which it applies, if it doesn't under the scenario's own. */
  readonly example?: Values;
  numbers(run: ClaimRun): Readonly<Record<string, number | string>>;
}

/** What is claimed, and what the programs do in fact. */
export interface Reality {
  /** The source of the claim: the text, or common belief where the text's programs say nothing. The text if left out. */
  readonly source?: "text" | "common";
  /** The claim, in our own words. */
  readonly claimed: Text;
  /** What happens, and why, with the run's own numbers. */
  readonly findings: readonly Finding[];
}

/** What the lesson's programs did on a real machine, where counts alone don't explain it. */
export interface RealMachine {
  /** What the text's own program did; `{name}` stands for a figure of its recording (`measurements.recorded`). */
  readonly recorded?: Text;
  /** Why some programs print a different number of lines there than on the page; shown with a run that does. */
  readonly differs?: readonly {
    readonly strategies: readonly StrategyId[];
    readonly why: Text;
  }[];
}

/** What to try next: a link that sets up the page. */
export interface NextStep {
  readonly text: Text;
  /** As after `#` in the address, without the version: `s=rate-limiting&k=token-bucket`. */
  readonly link: string;
}

/** Two strategies side by side: whether they treat the excess the same way, and why. */
export interface Pair {
  readonly of: readonly [StrategyId, StrategyId];
  readonly same: boolean;
  readonly why: Text;
}

/** The settings with which a scenario opened in an earlier revision. */
export interface FormerOpening {
  readonly strategy: StrategyId;
  readonly values: Values;
  /** None if left out. */
  readonly interventions?: readonly Intervention[];
}

export interface Scenario<Id extends string = string> {
  readonly id: Id;
  /** Raised when a default changes, so that old links keep their meaning. */
  readonly revision: number;
  /** The settings with which the scenario opened in its earlier revisions, oldest first. */
  readonly former?: readonly FormerOpening[];
  /** The question that the reader answers before pressing play. */
  readonly question: Text;
  /** Two to four answers, one of them right. */
  readonly answers: readonly Answer[];
  /** When the run that the scenario opens with has shown the answer, in ms; `PLAIN_SHOWS_AT_MS` if left out. */
  readonly showsAtMs?: number;
  /** What to look at while it runs. */
  readonly notice: readonly Text[];
  readonly claims: readonly Claim[];
  /** What the text or common belief says about the programs, and what they do. */
  readonly reality: Reality;
  readonly realMachine?: RealMachine;
  /** How its strategies compare, pair by pair, at the scenario's own settings. */
  readonly pairs?: readonly Pair[];
  readonly next: readonly NextStep[];
  /** The strategies that it offers; it opens with the first one. */
  readonly strategies: readonly [StrategyId, ...StrategyId[]];
  /** The strategies that it opens with side by side, in the order of the lanes; only the first one offered if left out. */
  readonly lanes?: readonly StrategyId[];
  /** The settings that differ from the defaults of the params. */
  readonly values: Values;
  /**
   * Changes to live settings of its workload during a run, in order of time; none if left out. They are part of the load
   * that the lesson is about: its claims, findings and questions are about runs with them. The program that the page
   * prints has none of them.
   */
  readonly interventions?: readonly Intervention[];
  /** The keys of the settings that matter here; the page shows the others under "more". */
  readonly controls: readonly string[];
  /** The one to three strips under the picture that show the answer; `PLAIN_STRIPS` if left out. */
  readonly strips?: readonly StripId[];
}

/** Declares a scenario. */
export function defineScenario<const Id extends string>(spec: Scenario<Id>): Scenario<Id> {
  return spec;
}

/** When the answer shows in a scenario without `showsAtMs`, in ms. */
export const PLAIN_SHOWS_AT_MS = 3000;
