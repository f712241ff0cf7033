/**
 * The answers to the question, in stages: the reader commits to one, plays to where it shows, says what was seen,
 * and only then is told which is right, and why each. "Just show me" skips whatever is left.
 */
import { type JSX, useRef } from "react";
import type { Text } from "../../../i18n/index.ts";
import { type Answer, scenarioOf } from "../../../scenarios/index.ts";
import { isUntouched, type LessonProgress, NO_PROGRESS, progressOf } from "../../../store/index.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { answerWords } from "./answer-words.ts";
import { Choice } from "./Choice.tsx";
import styles from "./lesson.module.css";
import { stageOf } from "./lesson-stage.ts";
import { Vote } from "./Vote.tsx";

export function Answers(): JSX.Element {
  const scenario = usePlaygroundState((state) => state.experiment.scenario);
  const changed = usePlaygroundState((state) => !isUntouched(state.experiment));
  const { answers } = scenarioOf(scenario);
  return (
    <>
      {answers.length > 0 && <Stages key={scenario} answers={answers} />}
      {changed && <Note />}
    </>
  );
}

/** What is left of a lesson that is over: its answer, in one line. */
function Folded({ answers }: { readonly answers: readonly Answer[] }): JSX.Element {
  const say = useWords();
  const { setLesson } = useActions();
  const right = answers.find((answer) => answer.right);
  return (
    <p className={styles["folded"]} data-stage="folded">
      <span aria-hidden="true">✓</span>
      <strong>{right === undefined ? "" : say(right.text)}</strong>
      <button type="button" onClick={() => setLesson({ folded: false })}>
        {say(answerWords.unfold)}
      </button>
    </p>
  );
}

function Stages({ answers }: { readonly answers: readonly Answer[] }): JSX.Element {
  const say = useWords();
  const { play, setLesson } = useActions();
  const progress = usePlaygroundState(progressOf);
  const playing = usePlaygroundState((state) => state.playing);
  const stage = stageOf(progress);
  const list = useRef<HTMLOListElement>(null);
  const choose = (index: number) =>
    setLesson(stage === "observe" ? { seen: index } : { guess: index });
  const startOver = () => {
    setLesson({ ...NO_PROGRESS, votes: progress.votes });
    // The button that was pressed goes away.
    list.current?.querySelector("button")?.focus();
  };
  if (stage === "verdict" && progress.folded) return <Folded answers={answers} />;
  return (
    <div data-stage={stage}>
      {stage === "observe" && <h2>{say(answerWords.observe)}</h2>}
      <ol
        ref={list}
        className={styles["answers"]}
        aria-label={say(answerWords.answers)}
        data-answered={stage === "verdict"}
      >
        {answers.map((answer, index) => (
          <Choice
            key={answer.text.en}
            answer={answer}
            told={stage === "verdict"}
            guessed={progress.guess === index}
            seen={progress.seen === index}
            onChoose={() => choose(index)}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {stage === "verdict" ? toldOf(progress, answers).map(say).join(" ") : ""}
      </p>
      <div className={styles["foot"]}>
        <p className={styles["way"]}>
          {stage === "run" && <span>{say(answerWords.kept)}</span>}
          {stage === "run" && !playing && (
            <button type="button" className={styles["go"]} onClick={play}>
              {say(answerWords.play)}
            </button>
          )}
          {stage !== "verdict" && (
            <button type="button" onClick={() => setLesson({ shown: true })}>
              {say(answerWords.show)}
            </button>
          )}
          {stage === "verdict" && (
            <button type="button" onClick={() => setLesson({ folded: true })}>
              {say(answerWords.fold)}
            </button>
          )}
          {stage === "verdict" && (
            <button type="button" onClick={startOver}>
              {say(answerWords.again)}
            </button>
          )}
        </p>
        <Vote answers={answers} />
      </div>
    </div>
  );
}

/** How it came out, for whoever can't see it: what was expected, and which is right. */
function toldOf({ guess }: LessonProgress, answers: readonly Answer[]): Text[] {
  const right = answers.find((answer) => answer.right);
  if (right === undefined) return [];
  if (guess === null) return [answerWords.right, right.text];
  if (answers[guess]?.right) return [answerWords.guessedRight];
  return [answerWords.guessedWrong, answerWords.right, right.text];
}

/** The question has other numbers than the run on the page: it says so, and leads back to them. */
function Note(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  return (
    <p className={styles["note"]}>
      <span>{`${say(answerWords.changed)} `}</span>
      <button
        type="button"
        onClick={({ currentTarget }) => {
          // The button that was pressed goes away.
          currentTarget.closest("section")?.querySelector("button")?.focus();
          actions.resetSettings();
        }}
      >
        {say(answerWords.back)}
      </button>
    </p>
  );
}
