/** The settings that matter in this scenario; the others behind "more". */
import { type JSX, useState } from "react";
import type { Param, ParamValue } from "../../../params/index.ts";
import { paramsOf, scenarioValue } from "../../../run/index.ts";
import { scenarioOf } from "../../../scenarios/index.ts";
import { laneOf, shownValue } from "../../../store/index.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { ChoiceControl } from "./ChoiceControl.tsx";
import styles from "./controls.module.css";
import { IntControl } from "./IntControl.tsx";
import { SeedControl } from "./SeedControl.tsx";
import { words } from "./words.ts";

export function Controls(): JSX.Element {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const experiment = usePlaygroundState((state) => state.experiment);
  const scenario = scenarioOf(experiment.scenario);
  const params = paramsOf(laneOf(experiment, 0).strategy);
  const main = scenario.controls.flatMap((key) => params.filter((param) => param.key === key));
  const others = params.filter((param) => !main.includes(param));
  return (
    <section className={styles["controls"]} aria-label={say(words.controls)}>
      {main.map((param) => (
        <Control key={param.key} param={param} />
      ))}
      <button
        type="button"
        className={styles["more"]}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {say(open ? words.fewer : words.more)}
      </button>
      {open && (
        <>
          {others.map((param) => (
            <Control key={param.key} param={param} />
          ))}
          <SeedControl />
        </>
      )}
    </section>
  );
}

function Control({ param }: { readonly param: Param }): JSX.Element {
  const actions = useActions();
  const scenario = usePlaygroundState((state) => state.experiment.scenario);
  const value = usePlaygroundState((state) => shownValue(state, 0, param));
  const set = (next: ParamValue, gesture = false) => actions.setValue(0, param.key, next, gesture);
  switch (param.kind) {
    case "int":
      return (
        <IntControl
          param={param}
          value={Number(value)}
          initial={Number(scenarioValue(scenario, param))}
          onChange={set}
        />
      );
    case "choice":
      return <ChoiceControl param={param} value={String(value)} onChange={set} />;
  }
}
