/** The run that a lesson shows and speaks of. */
import { type Catalogue, type ScenarioId, scenarioOf } from "../scenarios/index.ts";
import { type StrategyId, strategyOf } from "../systems/index.ts";
import { DEFAULT_SEED, liveInterventions, type RunSpec } from "./spec.ts";

/**
 * A strategy's run as its scenario opens it: with the scenario's values, and with what the scenario changes on the way.
 */
export function openingSpec(
  catalogue: Catalogue,
  scenario: ScenarioId,
  strategy: StrategyId,
  seed = DEFAULT_SEED,
): RunSpec {
  const { interventions = [] } = scenarioOf(catalogue, scenario);
  const live = liveInterventions(strategyOf(catalogue, strategy), interventions);
  return { scenario, strategy, values: {}, seed, interventions: live };
}
