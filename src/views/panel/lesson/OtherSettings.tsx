/**
 * Beneath the settings: that the question has other numbers than the run on the page, and the way back to them. Above
 * the settings it would move a slider away from the hand that has just changed it.
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
  // The twin question has a way of its own to its settings.
  if (!changed || part === "twin") return null;
  return (
    <p className={styles["note"]}>
      <span>{`${say(answerWords.changed)} `}</span>
      <button
        type="button"
        onClick={({ currentTarget }) => {
          // The button that was pressed goes away.
          currentTarget.closest("div")?.querySelector("button")?.focus();
          actions.resetSettings();
        }}
      >
        {say(answerWords.back)}
      </button>
    </p>
  );
}
