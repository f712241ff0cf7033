/** A jump that takes a while: how much of the way is recorded, and a way to give it up. */
import type { JSX } from "react";
import { fillIn, formatSeconds } from "../../../i18n/index.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./transport.module.css";
import { words } from "./words.ts";

export function Reaching(): JSX.Element | null {
  const say = useWords();
  const actions = useActions();
  const language = usePlaygroundState((state) => state.preferences.language);
  const reaching = usePlaygroundState((state) => state.reaching);
  if (reaching === null) return null;
  const to = formatSeconds(reaching.timeMs, language);
  return (
    <div className={styles["reaching"]} role="status" data-reaching="">
      <span>{fillIn(say(words.reaching), { n: to })}</span>
      <progress
        value={reaching.share}
        max={1}
        aria-label={fillIn(say(words.reaching), { n: to })}
      />
      <button type="button" onClick={actions.stopReaching}>
        <span>{say(words.stopReaching)}</span>
      </button>
    </div>
  );
}
