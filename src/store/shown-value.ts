/** The value that a control shows: the one at the play head, or the newer one of a drag in progress. */
import { clampParam, type Param, type ParamValue } from "../params/index.ts";
import type { PlaygroundState } from "./contract.ts";
import { valueAt } from "./experiment.ts";

type Shown = Pick<PlaygroundState, "catalogue" | "experiment" | "position" | "pending">;

export function shownValue(
  { catalogue, experiment, position, pending }: Shown,
  lane: number,
  param: Param,
): ParamValue {
  return pending?.lane === lane && pending.key === param.key
    ? clampParam(param, pending.value)
    : valueAt(catalogue, experiment, lane, param, position.timeMs);
}
