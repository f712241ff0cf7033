/** Which strips stand under the picture. */
import type { JSX } from "react";
import { MAX_STRIPS, STRIP_IDS, type StripId } from "../../../scenarios/index.ts";
import { stripsOf } from "../../../store/index.ts";
import { Menu } from "../../kit/Menu.tsx";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { stripNames, stripWords } from "../strip-words.ts";
import styles from "./transport.module.css";

export function StripsMenu(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const experiment = usePlaygroundState((state) => state.experiment);
  const ids = stripsOf(experiment);
  const toggle = (id: StripId, on: boolean) =>
    actions.setStrips(on ? [...ids, id] : ids.filter((other) => other !== id));
  return (
    <Menu label={say(stripWords.strips)} className={styles["stripsMenu"]} above>
      <fieldset className={styles["choices"]}>
        <legend>{say(stripWords.stripsHelp)}</legend>
        {STRIP_IDS.map((id) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={ids.includes(id)}
              disabled={!ids.includes(id) && ids.length >= MAX_STRIPS}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            {say(stripNames[id])}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}
