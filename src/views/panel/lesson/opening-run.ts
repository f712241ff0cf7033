/** Whether a run is the one that a scenario opens with, whatever the strategy. */

import { sameInterventions, type Values } from "../../../params/index.ts";
import { DEFAULT_SEED, initialValues, openingSpec, type RunSpec } from "../../../run/index.ts";
import type { Catalogue } from "../../../scenarios/index.ts";

/**
 * Claims are checked for the run that a scenario opens with, but for the `values` that they change; of another run
 * they say nothing.
 */
export function isOpeningRun(catalogue: Catalogue, spec: RunSpec, values: Values = {}): boolean {
  const own = initialValues(catalogue, { ...spec, values });
  const same = Object.entries(initialValues(catalogue, spec)).every(
    ([key, value]) => value === own[key],
  );
  const { interventions } = openingSpec(catalogue, spec.scenario, spec.strategy);
  const isAlike = sameInterventions(spec.interventions, interventions);
  return same && spec.seed === DEFAULT_SEED && isAlike;
}
