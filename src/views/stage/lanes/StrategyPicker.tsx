/**
 * The strategy of a lane, to be changed; a lane with a name of its own shows that, and the strategy beneath it. A closed
 * native list can't break its text into lines: what is seen is plain text, and the list lies over it unseen.
 */
import type { CSSProperties, JSX } from "react";
import { laneOf } from "../../../store/index.ts";
import { type StrategyId, strategyOf } from "../../../systems/index.ts";
import {
  useActions,
  useCatalogue,
  usePlaygroundState,
  useScenario,
  useWords,
} from "../../playground-context.ts";
import { textWidth } from "../picture/text-size.ts";
import styles from "./lane.module.css";
import { laneWords } from "./lane-words.ts";

export function StrategyPicker({ lane }: { readonly lane: number }): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const catalogue = useCatalogue();
  const { strategies } = useScenario();
  const { strategy, name } = usePlaygroundState((state) => laneOf(state.experiment, lane));
  const shown = say(strategyOf(catalogue, strategy).name);
  return (
    <span className={styles["strategy"]} data-named={name !== undefined} title={shown}>
      {name !== undefined && <strong data-lane-name="">{name}</strong>}
      <span
        className={styles["shown"]}
        aria-hidden="true"
        data-strategy-name=""
        style={{ "--ems": textWidth(shown, 1, true) } as CSSProperties}
      >
        {breakable(shown)}
      </span>
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
    </span>
  );
}

/** A long name in code is broken before its last word, if it has to be. */
function breakable(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z][a-z]+$)/, "\u200b");
}

/** A link may name a strategy that the scenario does not offer: it is offered then too. */
function offered(strategies: readonly StrategyId[], current: StrategyId): readonly StrategyId[] {
  return strategies.includes(current) ? strategies : [...strategies, current];
}
