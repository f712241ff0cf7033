/**
 * A note that the run on the page has other settings than the question, with a button that restores them. It stands
 * beneath the settings, because above them it would push away the slider that has just been changed.
 */
import type { JSX } from "react";
import { isUntouched, progressOf } from "../../../store/index.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { answerWords } from "./answer-words.ts";
import styles from "./lesson.module.css";

export function OtherSettings(): JSX.Element | null {
  const say = useWords();
  const actions = useActions();
  const part = usePlaygroundState((state) => progressOf(state).part);
  const changed = usePlaygroundState((state) => !isUntouched(state.catalogue, state.experiment));
  // The twin question has its own button for its settings.
  if (!changed || part === "twin") return null;
  return (
    <p className={styles["note"]}>
      <span>{`${say(answerWords.changed)} `}</span>
      <button
        type="button"
        onClick={({ currentTarget }) => {
          // The pressed button disappears, so the focus moves.
          currentTarget.closest("div")?.querySelector("button")?.focus();
          actions.resetSettings();
        }}
      >
        {say(answerWords.back)}
      </button>
    </p>
  );
}
