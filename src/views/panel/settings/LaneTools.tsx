/**
 * The strategy and the menu of the selected lane, among its settings. They stand here on a phone with several lanes,
 * whose heads have room only for a name and two numbers.
 */
import type { JSX } from "react";
import { useArrangement } from "../../arrangement.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import { LaneMenu } from "../../stage/lanes/LaneMenu.tsx";
import { laneWords } from "../../stage/lanes/lane-words.ts";
import { StrategySelect } from "../../stage/lanes/StrategySelect.tsx";
import styles from "./controls.module.css";

export function LaneTools(): JSX.Element | null {
  const say = useWords();
  const isDesk = useArrangement() === "desk";
  const alone = usePlaygroundState((state) => state.recordings.length === 1);
  const lane = usePlaygroundState((state) => state.selected);
  if (isDesk || alone) return null;
  return (
    <div className={styles["row"]} data-lane-tools="">
      <span className={styles["name"]}>{say(laneWords.strategy)}</span>
      <span className={styles["field"]}>
        <StrategySelect lane={lane} />
        {/* Keyed, so that a name typed for one lane does not carry over to another. */}
        <LaneMenu key={lane} lane={lane} />
      </span>
    </div>
  );
}
