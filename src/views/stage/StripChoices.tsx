/** The choice of the strips that are shown: curves in one column, those that show more than a number in the other. */
import type { JSX } from "react";
import { MAX_STRIPS, STRIP_IDS, type StripId } from "../../scenarios/index.ts";
import { stripsOf } from "../../store/index.ts";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./strip-choices.module.css";
import { stripNames, stripWords } from "./strip-words.ts";

export function StripChoices(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const ids = usePlaygroundState(({ catalogue, experiment }) => stripsOf(catalogue, experiment));
  const toggle = (id: StripId, on: boolean) =>
    actions.setStrips(on ? [...ids, id] : ids.filter((other) => other !== id));
  return (
    <fieldset className={styles["choices"]}>
      <legend>{say(stripWords.stripsHelp)}</legend>
      <div>
        {STRIP_IDS.map((id) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={ids.includes(id)}
              disabled={!ids.includes(id) && ids.length >= MAX_STRIPS}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            <span>{say(stripNames[id])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
