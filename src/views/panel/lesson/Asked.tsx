/**
 * The answers to a question, in stages: the reader commits to one, plays to where the answer shows, says what was to be
 * seen, and only then learns which is right, and why. "Just show me" skips the stages that are left.
 */
import type { JSX, ReactNode, RefObject } from "react";
import { fillIn, formatCount, formatSeconds, type Text } from "../../../i18n/index.ts";
import type { Answer } from "../../../scenarios/index.ts";
import {
  askedOf,
  drawnAt,
  drawnLaneOf,
  type QuestionProgress,
  showsAtMsOf,
} from "../../../store/index.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { useLaneNames } from "../../stage/lanes/use-lane-name.ts";
import { answerWords } from "./answer-words.ts";
import { Choice } from "./Choice.tsx";
import { Draw } from "./Draw.tsx";
import styles from "./lesson.module.css";
import { type QuestionStage, stageOf } from "./lesson-stage.ts";
import { toAnswers } from "./to-answers.ts";

export function Asked({
  answers,
  list,
  children,
  aside,
}: {
  readonly answers: readonly Answer[];
  /** Receives the list of answers, so that the caller can focus it. */
  readonly list?: RefObject<HTMLOListElement | null>;
  /** The buttons that lead on after the verdict. */
  readonly children: ReactNode;
  /** Shown beside these buttons. */
  readonly aside?: ReactNode;
}): JSX.Element {
  const say = useWords();
  const { play, setAsked } = useActions();
  const asked = usePlaygroundState(askedOf);
  const playing = usePlaygroundState((state) => state.playing);
  const stage = stageOf(asked);
  const choose = (index: number) =>
    setAsked(stage === "observe" ? { seen: index } : { guess: index, drawn: null });
  const told = stage === "verdict";
  return (
    <div data-stage={stage}>
      {stage === "observe" && <h2>{say(answerWords.observe)}</h2>}
      <ol
        ref={list}
        className={styles["answers"]}
        aria-label={say(answerWords.answers)}
        data-answered={told}
      >
        {answers.map((answer, index) => (
          <Choice
            key={answer.text.en}
            answer={answer}
            told={told}
            guessed={asked.guess === index}
            seen={asked.seen === index}
            onChoose={() => choose(index)}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {saidOf(stage, asked, answers).map(say).join(" ")}
      </p>
      {told && <DrawnAndSeen />}
      <div className={styles["foot"]}>
        <p className={styles["way"]}>
          {stage === "run" && <span>{say(answerWords.kept)}</span>}
          {stage === "run" && !playing && (
            <button
              type="button"
              className={styles["go"]}
              onClick={(event) => {
                toAnswers(event);
                play();
              }}
            >
              {say(answerWords.play)}
            </button>
          )}
          {!told && <Draw />}
          {!told && (
            <button
              type="button"
              onClick={(event) => {
                toAnswers(event);
                setAsked({ shown: true });
              }}
            >
              {say(answerWords.show)}
            </button>
          )}
          {told && children}
        </p>
        {aside}
      </div>
    </div>
  );
}

/** What screen readers announce at a stage: the question of what was seen, or the verdict with the right answer. */
function saidOf(
  stage: QuestionStage,
  { guess }: QuestionProgress,
  answers: readonly Answer[],
): Text[] {
  if (stage === "observe") return [answerWords.observe];
  if (stage !== "verdict") return [];
  const right = answers.find((answer) => answer.right);
  if (right === undefined) return [];
  if (guess === null) return [answerWords.right, right.text];
  if (answers[guess]?.right) return [answerWords.guessedRight];
  return [answerWords.guessedWrong, answerWords.right, right.text];
}

/** The depth that was drawn and the real one, at the time where the answer shows; nothing before the run gets there. */
function DrawnAndSeen(): JSX.Element | null {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const { drawn } = usePlaygroundState(askedOf);
  const atMs = usePlaygroundState(showsAtMsOf);
  const lane = usePlaygroundState(drawnLaneOf);
  const names = useLaneNames();
  const recording = usePlaygroundState((state) => state.recordings[lane ?? -1]);
  if (drawn === null || lane === null || atMs === null || recording === undefined) return null;
  const value = drawnAt(drawn, atMs);
  if (value === null || recording.recordedMs < atMs) return null;
  return (
    <p className={styles["drawn"]}>
      {fillIn(say(names.length > 1 ? answerWords.drawnAndSeenOf : answerWords.drawnAndSeen), {
        lane: names[lane] ?? String(lane + 1),
        time: formatSeconds(atMs, language),
        drawn: formatCount(Math.round(value), language),
        seen: formatCount(recording.history.stateAt(atMs).waiting, language),
      })}
    </p>
  );
}
