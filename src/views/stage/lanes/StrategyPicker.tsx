/**
 * The strategy of a lane, which can be changed here. A lane with its own name shows that, and the strategy beneath it.
 * A native select can't wrap its text, so the visible text is plain, and an invisible select lies over it.
 */
import type { CSSProperties, JSX } from "react";
import { laneOf } from "../../../store/index.ts";
import { strategyOf } from "../../../systems/index.ts";
import { useCatalogue, usePlaygroundState, useWords } from "../../playground-context.ts";
import { textWidth } from "../picture/text-size.ts";
import styles from "./lane.module.css";
import { StrategySelect } from "./StrategySelect.tsx";

export function StrategyPicker({ lane }: { readonly lane: number }): JSX.Element {
  const say = useWords();
  const catalogue = useCatalogue();
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
      <StrategySelect lane={lane} />
    </span>
  );
}

/** Lets a long name in camel case break before its last word. */
function breakable(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z][a-z]+$)/, "\u200b");
}
