/** A step of the lesson as a card over the strips, in type that can be read from the back row. */
import { type JSX, useRef } from "react";
import type { Text } from "../../i18n/index.ts";
import { type Answer, LESSON_PLANS, type Sequel } from "../../scenarios/index.ts";
import { progressOf, type QuestionProgress } from "../../store/index.ts";
import { CloseIcon } from "../kit/icons.tsx";
import { Draw } from "../panel/lesson/Draw.tsx";
import { useActions, usePlaygroundState, useScenario, useWords } from "../playground-context.ts";
import type { Step } from "./lesson-steps.ts";
import styles from "./present.module.css";
import { presentWords } from "./present-words.ts";
import { useRoomBelow } from "./use-room-below.ts";

interface CardProps {
  readonly step: Step;
  /** The questions that follow the verdict; undefined while they are being loaded. */
  readonly sequel: Sequel | undefined;
}

export function Card({ onClose, ...card }: CardProps & { onClose(): void }): JSX.Element {
  const say = useWords();
  const { kind } = card.step;
  const box = useRef<HTMLElement>(null);
  const room = useRoomBelow(box);
  return (
    <section
      ref={box}
      className={styles["card"]}
      style={room === null ? undefined : { maxHeight: `max(var(--least-height), ${room}px)` }}
      aria-live="polite"
      data-step={kind}
    >
      <button type="button" aria-label={say(presentWords.closeCard)} onClick={onClose}>
        <CloseIcon />
      </button>
      <small>{say(presentWords[kind])}</small>
      <Content {...card} />
    </section>
  );
}

/** The steps that give away the answer to the scenario's own question. */
const GIVES_AWAY: ReadonlySet<Step["kind"]> = new Set([
  "answer",
  "notice",
  "why",
  "because",
  "learned",
]);

function Content({ step, sequel }: CardProps): JSX.Element | null {
  const say = useWords();
  const id = usePlaygroundState((state) => state.experiment.scenario);
  const progress = usePlaygroundState(progressOf);
  const { question, answers } = useScenario();
  const { kind } = step;
  const told = isTold(progress);
  if (!told && GIVES_AWAY.has(kind)) return <Sealed isTwin={false} />;
  switch (kind) {
    case "question":
      return <QuestionAndAnswers question={question} answers={answers} told={told} />;
    case "seen":
      return told ? <Choices answers={answers} /> : <PlayFirst isTwin={false} />;
    case "answer":
      return <RightAnswer answers={answers} />;
    case "notice":
      return <p>{say(step.text)}</p>;
    case "learned":
      return <p>{say(LESSON_PLANS[id].learned)}</p>;
  }
  if (sequel === undefined) return null;
  const { why, twin } = sequel;
  const twinTold = progress.twin !== null && isTold(progress.twin);
  switch (kind) {
    case "why":
      return <QuestionAndAnswers {...why} />;
    case "because":
      return <RightAnswer {...why} />;
    case "twin":
      return <QuestionAndAnswers {...twin} told={twinTold} />;
    case "twinSeen":
      return twinTold ? <Choices {...twin} /> : <PlayFirst isTwin />;
    case "twinAnswer":
      return twinTold ? <RightAnswer {...twin} /> : <Sealed isTwin />;
  }
}

function isTold({ reached, shown }: QuestionProgress): boolean {
  return reached || shown;
}

/** A question with its answers, lettered for a show of hands. */
function QuestionAndAnswers({
  question,
  answers,
  told = true,
}: {
  readonly question: Text;
  readonly answers: readonly Answer[];
  /** Whether the answer is known; until then it can also be drawn. */
  readonly told?: boolean;
}): JSX.Element {
  const say = useWords();
  return (
    <>
      <p>{say(question)}</p>
      <Choices answers={answers} />
      {!told && (
        <p className={styles["ways"]}>
          <Draw />
        </p>
      )}
    </>
  );
}

/** The answers alone, so that the picture stays visible above them. */
function Choices({ answers }: { readonly answers: readonly Answer[] }): JSX.Element {
  const say = useWords();
  return (
    <ol>
      {answers.map(({ text }) => (
        <li key={text.en}>{say(text)}</li>
      ))}
    </ol>
  );
}

function RightAnswer({ answers }: { readonly answers: readonly Answer[] }): JSX.Element | null {
  const say = useWords();
  const right = answers.find((answer) => answer.right);
  if (right === undefined) return null;
  return (
    <>
      <p>{say(right.text)}</p>
      <p className={styles["why"]}>{say(right.why)}</p>
    </>
  );
}

interface OfQuestion {
  /** Whether it is the twin question, rather than the scenario's own. */
  readonly isTwin: boolean;
}

/** Says that the run has to be played first. */
function PlayFirst(question: OfQuestion): JSX.Element {
  const say = useWords();
  return (
    <>
      <p>{say(presentWords.playFirst)}</p>
      <WaysOn {...question} />
    </>
  );
}

/** Stands in place of an answer until the run has been where the answer shows, or the lecturer asks for it. */
function Sealed(question: OfQuestion): JSX.Element {
  const say = useWords();
  return (
    <>
      <p>{say(presentWords.sealed)}</p>
      <WaysOn {...question} />
    </>
  );
}

function WaysOn({ isTwin }: OfQuestion): JSX.Element {
  const say = useWords();
  const { play, setAsked, setLesson } = useActions();
  const playing = usePlaygroundState((state) => state.playing);
  return (
    <p className={styles["ways"]}>
      <button type="button" disabled={playing} onClick={play}>
        {say(presentWords.play)}
      </button>
      <button type="button" onClick={() => (isTwin ? setAsked : setLesson)({ shown: true })}>
        {say(presentWords.show)}
      </button>
    </p>
  );
}
