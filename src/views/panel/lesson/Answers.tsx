/** The answers to the question: the reader commits to one, then sees which is right, and why. */
import { type JSX, useId, useRef, useState } from "react";
import type { Text } from "../../../i18n/index.ts";
import type { Answer, ScenarioId } from "../../../scenarios/index.ts";
import { scenarioOf } from "../../../scenarios/index.ts";
import { isUntouched } from "../../../store/index.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { answerWords } from "./answer-words.ts";
import styles from "./lesson.module.css";

/** What is to be seen of an answer: nothing yet, or how it fared. */
type Verdict = "open" | "guessedRight" | "guessedWrong" | "right" | "other";

/** The guess of each scenario is kept for as long as the page is open: it belongs to no run, and to no link. */
type Guesses = Readonly<Partial<Record<ScenarioId, number>>>;

export function Answers(): JSX.Element {
  const scenario = usePlaygroundState((state) => state.experiment.scenario);
  const changed = usePlaygroundState((state) => !isUntouched(state.experiment));
  const [guesses, setGuesses] = useState<Guesses>({});
  const { answers } = scenarioOf(scenario);
  const guess = (index: number | undefined) => setGuesses({ ...guesses, [scenario]: index });
  return (
    <>
      {answers.length > 0 && (
        <Choices key={scenario} answers={answers} guessed={guesses[scenario]} onGuess={guess} />
      )}
      {changed && <Note />}
    </>
  );
}

function Choices({
  answers,
  guessed,
  onGuess,
}: {
  readonly answers: readonly Answer[];
  readonly guessed: number | undefined;
  onGuess(index: number | undefined): void;
}): JSX.Element {
  const say = useWords();
  const list = useRef<HTMLOListElement>(null);
  const chosen = guessed === undefined ? undefined : answers[guessed];
  const right = answers.find((answer) => answer.right);
  const startOver = () => {
    onGuess(undefined);
    // The button that was pressed goes away.
    list.current?.querySelector("button")?.focus();
  };
  return (
    <>
      <ol
        ref={list}
        className={styles["answers"]}
        aria-label={say(answerWords.answers)}
        data-answered={chosen !== undefined}
      >
        {answers.map((answer, index) => (
          <Choice
            key={answer.text.en}
            answer={answer}
            verdict={verdictOf(answer, chosen)}
            onChoose={() => onGuess(index)}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {toldOf(chosen, right).map(say).join(" ")}
      </p>
      {chosen !== undefined && (
        <button type="button" className={styles["again"]} onClick={startOver}>
          {say(answerWords.again)}
        </button>
      )}
    </>
  );
}

function Choice({
  answer,
  verdict,
  onChoose,
}: {
  readonly answer: Answer;
  readonly verdict: Verdict;
  onChoose(): void;
}): JSX.Element {
  const say = useWords();
  const id = useId();
  const told = verdict !== "open" && verdict !== "other";
  return (
    <li data-verdict={verdict}>
      <button
        type="button"
        className={styles["answer"]}
        aria-pressed={verdict === "guessedRight" || verdict === "guessedWrong"}
        // Not `disabled`: the focus stays where the reader is.
        aria-disabled={verdict !== "open"}
        aria-describedby={told ? id : undefined}
        onClick={() => {
          if (verdict === "open") onChoose();
        }}
      >
        <span>{say(answer.text)}</span>
      </button>
      {told && (
        <p id={id} className={styles["why"]}>
          <strong>{`${say(answerWords[verdict])} `}</strong>
          <span>{say(answer.why)}</span>
        </p>
      )}
    </li>
  );
}

/** How the chosen answer fared, for whoever can't see it; and after a wrong one, which is right. */
function toldOf(chosen: Answer | undefined, right: Answer | undefined): Text[] {
  if (chosen === undefined) return [];
  if (chosen.right || right === undefined) return [answerWords.guessedRight];
  return [answerWords.guessedWrong, answerWords.right, right.text];
}

function verdictOf(answer: Answer, chosen: Answer | undefined): Verdict {
  if (chosen === undefined) return "open";
  if (answer === chosen) return answer.right ? "guessedRight" : "guessedWrong";
  return answer.right ? "right" : "other";
}

/** The question has other numbers than the run on the page: it says so, and leads back to them. */
function Note(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  return (
    <p className={styles["note"]}>
      <span>{`${say(answerWords.changed)} `}</span>
      <button type="button" onClick={actions.resetSettings}>
        {say(answerWords.back)}
      </button>
    </p>
  );
}
