/** One answer: a choice at first, and in the end with its verdict and the reason. */
import { type JSX, useId } from "react";
import type { Answer } from "../../../scenarios/index.ts";
import { useWords } from "../../playground-context.ts";
import { answerWords } from "./answer-words.ts";
import styles from "./lesson.module.css";

/** How an answer turned out. */
type Verdict = "guessedRight" | "guessedWrong" | "right" | "other";

export function Choice({
  answer,
  told,
  guessed,
  seen,
  onChoose,
}: {
  readonly answer: Answer;
  /** Whether the verdict is shown. */
  readonly told: boolean;
  readonly guessed: boolean;
  readonly seen: boolean;
  onChoose(): void;
}): JSX.Element {
  const say = useWords();
  const id = useId();
  const verdict = verdictOf(answer, guessed);
  const marks = [
    ...(guessed ? [answerWords.yourGuess] : []),
    ...(seen ? [answerWords.yourSight] : []),
  ];
  return (
    <li data-verdict={told ? verdict : "open"} data-chosen={guessed || seen}>
      <button
        type="button"
        className={styles["answer"]}
        aria-pressed={guessed}
        // Not `disabled`, which would take the focus away.
        aria-disabled={told}
        aria-describedby={told ? id : undefined}
        onClick={() => {
          if (!told) onChoose();
        }}
      >
        <span>{say(answer.text)}</span>
        {marks.length > 0 && <small>{marks.map(say).join(", ")}</small>}
      </button>
      {told && (
        <p id={id} className={styles["why"]}>
          {verdict !== "other" && <strong>{`${say(answerWords[verdict])} `}</strong>}
          <span>{say(answer.why)}</span>
        </p>
      )}
    </li>
  );
}

function verdictOf(answer: Answer, guessed: boolean): Verdict {
  if (guessed) return answer.right ? "guessedRight" : "guessedWrong";
  return answer.right ? "right" : "other";
}
