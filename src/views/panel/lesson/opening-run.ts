/** Decides whether a run is the one that a scenario opens with, whatever the strategy. */

import { sameInterventions, type Values } from "../../../params/index.ts";
import { DEFAULT_SEED, initialValues, openingSpec, type RunSpec } from "../../../run/index.ts";
import type { Catalogue } from "../../../scenarios/index.ts";

/**
 * Whether a run is the one that its scenario opens with, apart from the `values` that a claim changes. Claims are
 * checked for that run only, and say nothing about others.
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
