/** All settings: those of the selected lane, then those that all lanes share. */
import type { JSX } from "react";
import { laneOf } from "../../../store/index.ts";
import { strategyOf } from "../../../systems/index.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import { Control } from "./Control.tsx";
import styles from "./controls.module.css";
import { LaneTools } from "./LaneTools.tsx";
import { useLaneParams } from "./params-of-lane.ts";
import { ScopeHeading } from "./ScopeHeading.tsx";
import { SeedControl } from "./SeedControl.tsx";
import { words } from "./words.ts";

export function Settings(): JSX.Element {
  const say = useWords();
  const { own, shared } = useLaneParams();
  const strategy = usePlaygroundState((state) =>
    strategyOf(state.catalogue, laneOf(state.experiment, state.selected).strategy),
  );
  return (
    <div className={styles["settings"]}>
      <section className={styles["controls"]} aria-label={say(words.ofLane)}>
        <ScopeHeading scope="lane" />
        <LaneTools />
        <p className={styles["about"]}>{say(strategy.summary)}</p>
        {own.map((param) => (
          <Control key={param.key} param={param} />
        ))}
      </section>
      <section className={styles["controls"]} aria-label={say(words.controls)}>
        <ScopeHeading scope="all" />
        {shared.map((param) => (
          <Control key={param.key} param={param} />
        ))}
        <SeedControl />
      </section>
    </div>
  );
}
