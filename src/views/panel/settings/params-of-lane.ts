/** A hook for which settings act on all lanes, and which on the selected one. */
import type { Param } from "../../../params/index.ts";
import { paramsOf } from "../../../run/index.ts";
import { laneOf, sharedParamsOf } from "../../../store/index.ts";
import { strategyOf } from "../../../systems/index.ts";
import { useCatalogue, usePlaygroundState, useScenario } from "../../playground-context.ts";

interface LaneParams {
  /** The settings that act on the selected lane only. */
  readonly own: readonly Param[];
  /** The settings that act on all lanes. */
  readonly shared: readonly Param[];
  /** Those of either that matter in this scenario, in the scenario's order. */
  readonly key: readonly Param[];
}

export function useLaneParams(): LaneParams {
  const catalogue = useCatalogue();
  const experiment = usePlaygroundState((state) => state.experiment);
  const selected = usePlaygroundState((state) => state.selected);
  const sharedKeys = new Set(sharedParamsOf(catalogue, experiment.lanes).map(({ key }) => key));
  const params = paramsOf(strategyOf(catalogue, laneOf(experiment, selected).strategy));
  const { controls } = useScenario();
  return {
    own: params.filter(({ key }) => !sharedKeys.has(key)),
    shared: params.filter(({ key }) => sharedKeys.has(key)),
    key: controls.flatMap((key) => params.filter((param) => param.key === key)),
  };
}
