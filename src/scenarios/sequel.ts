/**
 * What follows the verdict of a lesson: the question why, and the twin question, which asks the same about other settings.
 * It is loaded only when a reader gets that far, so that opening a scenario loads no more than it shows at first.
 */
import type { Text } from "../i18n/index.ts";
import type { Values } from "../params/index.ts";
import type { StrategyId } from "../systems/index.ts";
import type { Answer, ClaimRun } from "./scenario.ts";

/** What a run answers to a question: a number or a word, equal to what the right answer says. */
export type Reading = number | string;

/** The runs of a lesson at its own settings, and on request a run at others. */
export interface LessonRuns {
  /** The run of the first lane. */
  readonly run: ClaimRun;
  /** The runs of all lanes, in order. */
  readonly lanes: readonly ClaimRun[];
  /** A run with these settings of the scenario changed; the strategy is the first lane's if left out. */
  other(values: Values, strategy?: StrategyId): ClaimRun;
}

/**
 * Why no run can decide about an answer: it is about what the code says or what the library promises, which does not show
 * in what happens.
 */
export type BeyondRuns = "code";

/** A mechanism that may be behind the answer. */
export interface WhyAnswer extends Answer {
  /** Whether runs behave as they would if this were the reason: true for the right answer, false for the others. */
  readonly holds: ((runs: LessonRuns) => boolean) | BeyondRuns;
}

/** Which mechanism is behind the answer: two to four choices, one of them right. */
export interface WhyQuestion {
  readonly question: Text;
  readonly answers: readonly WhyAnswer[];
}

/** An answer to the twin question, and the reading of the run that it predicts. */
export interface TwinAnswer extends Answer {
  readonly says: Reading;
}

/** The scenario's question asked again, about a run with other settings. */
export interface Twin {
  /** The link that sets up the run, as after `#` in the address, without the version. */
  readonly link: string;
  readonly question: Text;
  /** Two to four answers, one of them right. */
  readonly answers: readonly TwinAnswer[];
  /** When the run that the link opens has shown the answer, in ms. */
  readonly showsAtMs: number;
}

export interface Sequel {
  /**
   * Reads the answer off a run without looking beyond `untilMs`; `runs` holds the run of each lane. The same function
   * serves both questions, because they differ only in the settings.
   */
  reads(run: ClaimRun, untilMs: number, runs: readonly ClaimRun[]): Reading;
  /** The reading that each answer to the scenario's own question predicts, in the order of the answers. */
  readonly said: readonly Reading[];
  readonly why: WhyQuestion;
  readonly twin: Twin;
}

/** Declares what follows the verdict of a lesson. */
export function defineSequel(spec: Sequel): Sequel {
  return spec;
}
