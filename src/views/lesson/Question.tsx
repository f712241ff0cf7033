/** The question to answer before pressing play. */
import type { JSX } from "react";
import { scenarioOf } from "../../scenarios/index.ts";
import { usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./lesson.module.css";
import { words } from "./words.ts";

export function Question(): JSX.Element {
  const say = useWords();
  const scenario = usePlaygroundState((state) => scenarioOf(state.experiment.scenario));
  return (
    <section className={styles["question"]}>
      <h2>{say(words.question)}</h2>
      <p>{say(scenario.question)}</p>
    </section>
  );
}
