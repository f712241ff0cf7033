/**
 * A lesson in its parts: the question with its answers, the reason, and the same question with other numbers. A
 * finished part shrinks to one line, and in the end so does the whole lesson.
 */
import { type JSX, useEffect, useRef } from "react";
import type { Answer, ScenarioId } from "../../../scenarios/index.ts";
import { progressOf } from "../../../store/index.ts";
import {
  useActions,
  usePlayground,
  usePlaygroundState,
  useScenario,
  useWords,
} from "../../playground-context.ts";
import { Asked } from "./Asked.tsx";
import { answerWords } from "./answer-words.ts";
import styles from "./lesson.module.css";
import { askOwn, startOver } from "./part-of-lesson.ts";
import { Twin } from "./Twin.tsx";
import { Vote } from "./Vote.tsx";
import { Why } from "./Why.tsx";

export function Answers(): JSX.Element | null {
  const scenario = usePlaygroundState((state) => state.experiment.scenario);
  const { answers } = useScenario();
  if (answers.length === 0) return null;
  return <Parts key={scenario} scenario={scenario} answers={answers} />;
}

interface PartsProps {
  readonly scenario: ScenarioId;
  readonly answers: readonly Answer[];
}

function Parts({ scenario, answers }: PartsProps): JSX.Element {
  const { part, folded } = usePlaygroundState(progressOf);
  const whole = useRef<HTMLDivElement>(null);
  const before = useRef(part);
  useEffect(() => {
    if (before.current === part) return;
    before.current = part;
    // The button that led here is gone, so the focus moves on.
    whole.current?.querySelector<HTMLElement>("h2, button")?.focus();
  }, [part]);
  if (folded) return <Folded answers={answers} />;
  return (
    <div ref={whole}>
      {part === "question" && <Own answers={answers} />}
      {part !== "question" && <Over answers={answers} />}
      {part === "why" && <Why scenario={scenario} />}
      {part === "twin" && <Twin scenario={scenario} />}
    </div>
  );
}

/** The scenario's own question. */
function Own({ answers }: { readonly answers: readonly Answer[] }): JSX.Element {
  const say = useWords();
  const playground = usePlayground();
  const { setLesson } = useActions();
  const list = useRef<HTMLOListElement>(null);
  const again = () => {
    startOver(playground);
    // The pressed button disappears, so the focus moves to the first answer.
    list.current?.querySelector("button")?.focus();
  };
  return (
    <Asked answers={answers} list={list} aside={<Vote answers={answers} />}>
      <button type="button" className={styles["go"]} onClick={() => setLesson({ part: "why" })}>
        {say(answerWords.toWhy)}
      </button>
      <button type="button" onClick={() => setLesson({ folded: true })}>
        {say(answerWords.fold)}
      </button>
      <button type="button" onClick={again}>
        {say(answerWords.again)}
      </button>
    </Asked>
  );
}

/** A finished question in one line: its answer. */
function Over({ answers }: { readonly answers: readonly Answer[] }): JSX.Element {
  const say = useWords();
  const playground = usePlayground();
  const right = answers.find((answer) => answer.right);
  return (
    <p className={styles["folded"]}>
      <span aria-hidden="true">✓</span>
      <strong>{right === undefined ? "" : say(right.text)}</strong>
      <button type="button" onClick={() => askOwn(playground)}>
        {say(answerWords.toAnswers)}
      </button>
    </p>
  );
}

/** A folded lesson in one line: its answer. */
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
