/** What a scenario is: a lesson on one workload, with the strategies that answer it. */
import type { Text } from "../i18n/index.ts";
import type { Values } from "../params/index.ts";
import type { StrategyId } from "../strategies/index.ts";

/** The heading under which the picker lists a scenario. */
export type ScenarioGroup = "start" | "problems" | "strategies";

/** What a claim may look at: a run's numbers at a time. */
export interface ClaimRun {
  /** Everything counted up to and including `timeMs`. */
  countsAt(timeMs: number): {
    readonly produced: number;
    readonly received: number;
    readonly dropped: number;
    readonly buffered: number;
    readonly waiting: number;
  };
  readonly capacity: number;
}

/** A sentence on the page about a run of this scenario, and the check that it is so. */
export interface Claim {
  readonly text: Text;
  /** Holds for runs of this strategy at the scenario's own values. */
  readonly strategy: StrategyId;
  holds(run: ClaimRun): boolean;
}

export interface Scenario<Id extends string = string> {
  readonly id: Id;
  /** Raised when a default changes, so that old links still mean the same. */
  readonly revision: number;
  readonly group: ScenarioGroup;
  readonly name: Text;
  /** The question to answer before pressing play. */
  readonly question: Text;
  /** What to look at while it runs. */
  readonly notice: readonly Text[];
  readonly claims: readonly Claim[];
  /** Which strategies are offered; the first is the one it opens with. */
  readonly strategies: readonly [StrategyId, ...StrategyId[]];
  /** Where this scenario differs from the defaults of the params. */
  readonly values: Values;
  /** Keys of the settings that matter here; the others are under "more". */
  readonly controls: readonly string[];
}

/** Declares a scenario. */
export function defineScenario<const Id extends string>(spec: Scenario<Id>): Scenario<Id> {
  return spec;
}
