/**
 * What follows the verdict of a lesson: why it is so, and the same question with other numbers. It is loaded when a
 * lesson comes that far, so that a scenario opens with no more than it shows at first.
 */
import type { Text } from "../i18n/index.ts";
import type { Values } from "../params/index.ts";
import type { StrategyId } from "../systems/index.ts";
import type { Answer, ClaimRun } from "./scenario.ts";

/** What a run says to a question: a number or a word, equal to what its right answer says. */
export type Reading = number | string;

/** The runs of a lesson at its own settings, and those that it would have otherwise. */
export interface LessonRuns {
  /** Of the first lane. */
  readonly run: ClaimRun;
  /** Of all lanes, in order. */
  readonly lanes: readonly ClaimRun[];
  /** With settings of the scenario changed; of the first lane's strategy, or of another. */
  other(values: Values, strategy?: StrategyId): ClaimRun;
}

/**
 * Why no run can tell: the answer speaks of what stands in the code, or of what the library promises, and does not show in what
 * happens.
 */
export type BeyondRuns = "code";

/** A mechanism that may be behind the answer. */
export interface WhyAnswer extends Answer {
  /** Whether runs behave as they would if this were the reason: so they do for the right one, and not for the others. */
  readonly holds: ((runs: LessonRuns) => boolean) | BeyondRuns;
}

/** Which mechanism is behind the answer: two to four choices, one of them right. */
export interface WhyQuestion {
  readonly question: Text;
  readonly answers: readonly WhyAnswer[];
}

/** An answer to the twin question, and what it says of the run. */
export interface TwinAnswer extends Answer {
  readonly says: Reading;
}

/** The question of the scenario once more, for a run with other settings. */
export interface Twin {
  /** As after `#` in the address, without the version: what it sets. */
  readonly link: string;
  readonly question: Text;
  /** Two to four answers, one of them right. */
  readonly answers: readonly TwinAnswer[];
  /** When the answer shows, in ms of the run that the link opens. */
  readonly showsAtMs: number;
}

export interface Sequel {
  /**
   * Reads the answer off a run, looking at nothing later than `untilMs`; `runs` has the run of each lane. It is the
   * same for both questions: what differs between them is the settings alone.
   */
  reads(run: ClaimRun, untilMs: number, runs: readonly ClaimRun[]): Reading;
  /** What each answer to the scenario's own question says, in their order. */
  readonly said: readonly Reading[];
  readonly why: WhyQuestion;
  readonly twin: Twin;
}

/** Declares what follows the verdict of a lesson. */
export function defineSequel(spec: Sequel): Sequel {
  return spec;
}
