/** The question to answer before pressing play, with its answers. */
import type { JSX } from "react";
import { isUntouched, progressOf } from "../../../store/index.ts";
import { deferred } from "../../kit/deferred.tsx";
import { usePlaygroundState, useScenario, useWords } from "../../playground-context.ts";
import styles from "./lesson.module.css";
import { words } from "./words.ts";

const Answers = deferred(async () => (await import("./Answers.tsx")).Answers);

export function Question(): JSX.Element {
  const say = useWords();
  const scenario = useScenario();
  const part = usePlaygroundState((state) => progressOf(state).part);
  return (
    <section className={styles["question"]}>
      {part === "question" && <h2>{say(words.question)}</h2>}
      {/* The twin has a question of its own. */}
      {part !== "twin" && <p className={styles["asked"]}>{say(scenario.question)}</p>}
      <Answers meanwhile={<AnswersToCome />} />
    </section>
  );
}

/** The answers can be read at once, and stand where they will: nothing moves when they can be chosen. */
function AnswersToCome(): JSX.Element {
  const say = useWords();
  const { answers } = useScenario();
  const changed = usePlaygroundState((state) => !isUntouched(state.catalogue, state.experiment));
  return (
    <>
      <ol className={styles["answers"]}>
        {answers.map(({ text }) => (
          <li key={text.en}>
            <span className={styles["answer"]}>
              <span>{say(text)}</span>
            </span>
          </li>
        ))}
      </ol>
      <div className={styles["foot"]}>
        <p className={styles["way"]} />
      </div>
      {changed && <div className={styles["note"]} />}
    </>
  );
}
