/** Which settings act on all lanes, and which on the selected one, as a hook. */
import type { Param } from "../../../params/index.ts";
import { paramsOf } from "../../../run/index.ts";
import { scenarioOf } from "../../../scenarios/index.ts";
import { laneOf, sharedParamsOf } from "../../../store/index.ts";
import { usePlaygroundState } from "../../playground-context.ts";

interface LaneParams {
  /** Of the selected lane alone. */
  readonly own: readonly Param[];
  /** Of all lanes. */
  readonly shared: readonly Param[];
  /** Those that matter in this scenario, in its order, whichever they act on. */
  readonly key: readonly Param[];
}

export function useLaneParams(): LaneParams {
  const experiment = usePlaygroundState((state) => state.experiment);
  const selected = usePlaygroundState((state) => state.selected);
  const sharedKeys = new Set(sharedParamsOf(experiment.lanes).map(({ key }) => key));
  const params = paramsOf(laneOf(experiment, selected).strategy);
  const { controls } = scenarioOf(experiment.scenario);
  return {
    own: params.filter(({ key }) => !sharedKeys.has(key)),
    shared: params.filter(({ key }) => sharedKeys.has(key)),
    key: controls.flatMap((key) => params.filter((param) => param.key === key)),
  };
}
