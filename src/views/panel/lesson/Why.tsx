/** The question of why it is so: a choice of mechanisms behind the answer, each explained once one has been chosen. */
import type { JSX } from "react";
import type { ScenarioId } from "../../../scenarios/index.ts";
import { progressOf } from "../../../store/index.ts";
import {
  useActions,
  usePlayground,
  usePlaygroundState,
  useWords,
} from "../../playground-context.ts";
import { answerWords } from "./answer-words.ts";
import { Choice } from "./Choice.tsx";
import styles from "./lesson.module.css";
import { askTwin } from "./part-of-lesson.ts";
import { toAnswers } from "./to-answers.ts";
import { useSequel } from "./use-sequel.ts";

export function Why({ scenario }: { readonly scenario: ScenarioId }): JSX.Element {
  const say = useWords();
  const playground = usePlayground();
  const { setLesson } = useActions();
  const { why } = usePlaygroundState(progressOf);
  const sequel = useSequel(scenario);
  const told = why !== null;
  return (
    <div data-stage="why">
      <h2 tabIndex={-1}>{say(answerWords.why)}</h2>
      {sequel !== undefined && (
        <>
          <p>{say(sequel.why.question)}</p>
          <ol
            className={styles["answers"]}
            aria-label={say(answerWords.choices)}
            data-answered={told}
          >
            {sequel.why.answers.map((answer, index) => (
              <Choice
                key={answer.text.en}
                answer={answer}
                told={told}
                guessed={why === index}
                seen={false}
                onChoose={() => setLesson({ why: index })}
              />
            ))}
          </ol>
          <p className={styles["way"]}>
            {!told && (
              <button
                type="button"
                onClick={(event) => {
                  toAnswers(event);
                  setLesson({ why: "shown" });
                }}
              >
                {say(answerWords.show)}
              </button>
            )}
            {told && (
              <button
                type="button"
                className={styles["go"]}
                onClick={() => askTwin(playground, sequel.twin)}
              >
                {say(answerWords.toTwin)}
              </button>
            )}
            <button type="button" onClick={() => setLesson({ folded: true })}>
              {say(answerWords.fold)}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
