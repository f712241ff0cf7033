/** The question to answer before pressing play, with its answers. */
import type { JSX } from "react";
import { progressOf } from "../../../store/index.ts";
import { usePlaygroundState, useScenario, useWords } from "../../playground-context.ts";
// Its answers are not deferred: until they were loaded, the question would lead nowhere.
import { Answers } from "./Answers.tsx";
import styles from "./lesson.module.css";
import { words } from "./words.ts";

export function Question(): JSX.Element {
  const say = useWords();
  const scenario = useScenario();
  const part = usePlaygroundState((state) => progressOf(state).part);
  return (
    <section className={styles["question"]}>
      {part === "question" && <h2>{say(words.question)}</h2>}
      {/* The twin has its own question. */}
      {part !== "twin" && <p className={styles["asked"]}>{say(scenario.question)}</p>}
      <Answers />
    </section>
  );
}
