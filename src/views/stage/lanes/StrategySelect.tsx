/** The list of strategies that a lane can have. */
import type { JSX } from "react";
import { laneOf } from "../../../store/index.ts";
import { type StrategyId, strategyOf } from "../../../systems/index.ts";
import {
  useActions,
  useCatalogue,
  usePlaygroundState,
  useScenario,
  useWords,
} from "../../playground-context.ts";
import { laneWords } from "./lane-words.ts";

export function StrategySelect({ lane }: { readonly lane: number }): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const catalogue = useCatalogue();
  const { strategies } = useScenario();
  const { strategy } = usePlaygroundState((state) => laneOf(state.experiment, lane));
  return (
    <select
      aria-label={say(laneWords.strategy)}
      value={strategy}
      onChange={(event) => actions.setStrategy(lane, event.target.value as StrategyId)}
    >
      {offered(strategies, strategy).map((offer) => (
        <option key={offer} value={offer}>
          {say(strategyOf(catalogue, offer).name)}
        </option>
      ))}
    </select>
  );
}

/** The strategies to choose from: those of the scenario, and the current one, which a link may have set. */
function offered(strategies: readonly StrategyId[], current: StrategyId): readonly StrategyId[] {
  return strategies.includes(current) ? strategies : [...strategies, current];
}
