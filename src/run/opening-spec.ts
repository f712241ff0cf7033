/** The run that a lesson shows and is about. */
import { type Catalogue, type ScenarioId, scenarioOf } from "../scenarios/index.ts";
import { type StrategyId, strategyOf } from "../systems/index.ts";
import { DEFAULT_SEED, liveInterventions, type RunSpec } from "./spec.ts";

/** The spec of a strategy's run as the scenario opens it: with the scenario's values and its changes during the run. */
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
