/** The twin: the same question with other numbers, which shows whether the idea was understood. */
import type { JSX } from "react";
import type { ScenarioId } from "../../../scenarios/index.ts";
import { showsAtMsOf } from "../../../store/index.ts";
import {
  useActions,
  usePlayground,
  usePlaygroundState,
  useWords,
} from "../../playground-context.ts";
import { Asked } from "./Asked.tsx";
import { answerWords } from "./answer-words.ts";
import styles from "./lesson.module.css";
import { askTwin, startOver } from "./part-of-lesson.ts";
import { useSequel } from "./use-sequel.ts";

export function Twin({ scenario }: { readonly scenario: ScenarioId }): JSX.Element {
  const say = useWords();
  const playground = usePlayground();
  const { setLesson } = useActions();
  const sequel = useSequel(scenario);
  const elsewhere = usePlaygroundState((state) => showsAtMsOf(state) === null);
  return (
    <div data-twin="">
      <h2 tabIndex={-1}>{say(answerWords.twin)}</h2>
      {sequel !== undefined && (
        <>
          <p className={styles["asked"]}>{say(sequel.twin.question)}</p>
          <Asked answers={sequel.twin.answers}>
            <button
              type="button"
              className={styles["go"]}
              onClick={() => setLesson({ folded: true })}
            >
              {say(answerWords.done)}
            </button>
            <button type="button" onClick={() => startOver(playground)}>
              {say(answerWords.again)}
            </button>
          </Asked>
          {elsewhere && (
            <p className={styles["note"]}>
              <span>{`${say(answerWords.twinElsewhere)} `}</span>
              <button type="button" onClick={() => askTwin(playground, sequel.twin)}>
                {say(answerWords.setThem)}
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}
