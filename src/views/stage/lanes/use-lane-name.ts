/** Hooks for the names of lanes. */
import { laneOf } from "../../../store/index.ts";
import { strategyOf } from "../../../systems/index.ts";
import { useCatalogue, usePlaygroundState, useWords } from "../../playground-context.ts";

/** The name that the user gave to a lane, or else the name of its strategy. */
export function useLaneName(lane: number): string {
  const say = useWords();
  const catalogue = useCatalogue();
  const { name, strategy } = usePlaygroundState((state) => laneOf(state.experiment, lane));
  return name ?? say(strategyOf(catalogue, strategy).name);
}

/** The names of all lanes, in order. */
export function useLaneNames(): readonly string[] {
  const say = useWords();
  const catalogue = useCatalogue();
  const lanes = usePlaygroundState((state) => state.experiment.lanes);
  return lanes.map(({ name, strategy }) => name ?? say(strategyOf(catalogue, strategy).name));
}
