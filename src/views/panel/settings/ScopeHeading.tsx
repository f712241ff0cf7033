/** The heading that says what the settings beneath it act on: all lanes, or the selected one, which it can change. */
import type { JSX } from "react";
import { fillIn } from "../../../i18n/index.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { useLaneNames } from "../../stage/lanes/use-lane-name.ts";
import styles from "./controls.module.css";
import { words } from "./words.ts";

export function ScopeHeading({ scope }: { readonly scope: "all" | "lane" }): JSX.Element {
  const say = useWords();
  const { selectLane } = useActions();
  const selected = usePlaygroundState((state) => state.selected);
  const names = useLaneNames();
  if (names.length === 1) {
    return (
      <h3 className={styles["scope"]}>{scope === "all" ? say(words.load) : (names[0] ?? "")}</h3>
    );
  }
  if (scope === "all") {
    return <h3 className={styles["scope"]}>{fillIn(say(words.allLanes), { n: names.length })}</h3>;
  }
  return (
    <div className={styles["scope"]}>
      <h3>{fillIn(say(words.oneLane), { n: selected + 1, name: names[selected] ?? "" })}</h3>
      <div className={styles["lanePicker"]} role="radiogroup" aria-label={say(words.lane)}>
        {names.map((name, lane) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is identified by its position
          <label key={`${lane + 1} ${name}`} title={name}>
            <input
              type="radio"
              name="lane"
              aria-label={`${lane + 1} ${name}`}
              checked={selected === lane}
              onChange={() => selectLane(lane)}
            />
            <span aria-hidden="true">{lane + 1}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
