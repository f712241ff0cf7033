/** What a control shows: the value at the play head, or where a drag is ahead of it. */
import { clampParam, type Param, type ParamValue } from "../params/index.ts";
import type { PlaygroundState } from "./contract.ts";
import { valueAt } from "./experiment.ts";

export function shownValue(
  { experiment, position, pending }: Pick<PlaygroundState, "experiment" | "position" | "pending">,
  lane: number,
  param: Param,
): ParamValue {
  return pending?.lane === lane && pending.key === param.key
    ? clampParam(param, pending.value)
    : valueAt(experiment, lane, param, position.timeMs);
}
