/**
 * On a phone the heads of several lanes have room for a name and two numbers: the strategy of the selected lane, and
 * what else can be done with it, stand among its settings.
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
        {/* What is typed as the name of one lane is not that of the next. */}
        <LaneMenu key={lane} lane={lane} />
      </span>
    </div>
  );
}
