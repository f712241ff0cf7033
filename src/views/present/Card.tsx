/** A step of the lesson as a card over the strips, in type for the back row. */
import type { JSX } from "react";
import { CloseIcon } from "../kit/icons.tsx";
import { useWords } from "../playground-context.ts";
import styles from "./present.module.css";
import { presentWords } from "./present-words.ts";
import type { Step } from "./steps.ts";

export function Card({ step, onClose }: { readonly step: Step; onClose(): void }): JSX.Element {
  const say = useWords();
  return (
    <section className={styles["card"]} aria-live="polite" data-step={step.kind}>
      <button type="button" aria-label={say(presentWords.closeCard)} onClick={onClose}>
        <CloseIcon />
      </button>
      <small>{say(presentWords[step.kind])}</small>
      {step.kind === "question" && (
        <>
          <p>{say(step.text)}</p>
          <ol>
            {step.answers.map(({ text }) => (
              <li key={text.en}>{say(text)}</li>
            ))}
          </ol>
        </>
      )}
      {step.kind === "answer" && (
        <>
          <p>{say(step.answer.text)}</p>
          <p className={styles["why"]}>{say(step.answer.why)}</p>
        </>
      )}
      {step.kind === "notice" && <p>{say(step.text)}</p>}
    </section>
  );
}
