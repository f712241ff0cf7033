/** Whether a run is the one that a scenario opens with, whatever the strategy. */

import type { Values } from "../../../params/index.ts";
import { DEFAULT_SEED, initialValues, type RunSpec } from "../../../run/index.ts";
import type { Catalogue, ScenarioId } from "../../../scenarios/index.ts";
import type { StrategyId } from "../../../systems/index.ts";

/** A strategy's run with nothing changed. */
export function ownRun(scenario: ScenarioId, strategy: StrategyId): RunSpec {
  return { scenario, strategy, values: {}, seed: DEFAULT_SEED, interventions: [] };
}

/**
 * Claims are checked for the run that a scenario opens with, but for the `values` that they change; of another run
 * they say nothing.
 */
export function isUntouched(catalogue: Catalogue, spec: RunSpec, values: Values = {}): boolean {
  const own = initialValues(catalogue, { ...spec, values });
  const same = Object.entries(initialValues(catalogue, spec)).every(
    ([key, value]) => value === own[key],
  );
  return same && spec.seed === DEFAULT_SEED && spec.interventions.length === 0;
}
