/** The settings that matter in this scenario, beneath its question. With several lanes, headings give their scope. */
import type { JSX } from "react";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import { Control } from "./Control.tsx";
import styles from "./controls.module.css";
import { useLaneParams } from "./params-of-lane.ts";
import { ScopeHeading } from "./ScopeHeading.tsx";
import { words } from "./words.ts";

export function KeyControls(): JSX.Element {
  const say = useWords();
  const compared = usePlaygroundState((state) => state.recordings.length > 1);
  const { key, own } = useLaneParams();
  const ofLane = key.filter((param) => own.includes(param));
  const ofAll = key.filter((param) => !own.includes(param));
  const controls = (params: typeof key) =>
    params.map((param) => <Control key={param.key} param={param} />);
  return (
    <section className={styles["controls"]} aria-label={say(words.controls)}>
      {!compared && controls(key)}
      {compared && ofLane.length > 0 && (
        <>
          <ScopeHeading scope="lane" />
          {controls(ofLane)}
        </>
      )}
      {compared && ofAll.length > 0 && (
        <>
          <ScopeHeading scope="all" />
          {controls(ofAll)}
        </>
      )}
    </section>
  );
}
