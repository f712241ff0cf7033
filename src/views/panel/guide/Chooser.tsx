/** Finds an operator by asking questions, one at a time and the library first. Only what is still needed is asked. */
import { type JSX, useEffect, useRef, useState } from "react";
import { fillIn } from "../../../i18n/index.ts";
import {
  CHOOSER_ANSWERS,
  type ChooserAnswer,
  type ChooserAnswers,
  type ChooserQuestion,
  chooseStrategy,
} from "../../../scenarios/index.ts";
import { useWords } from "../../playground-context.ts";
import { ChooserResultCard } from "./ChooserResultCard.tsx";
import { answerWords, chooserWords, questionHints, questionWords } from "./chooser-words.ts";
import styles from "./guide.module.css";

interface Given {
  readonly question: ChooserQuestion;
  readonly answer: ChooserAnswer;
}

export function Chooser(): JSX.Element {
  const say = useWords();
  const [given, setGiven] = useState<readonly Given[]>([]);
  const answers: ChooserAnswers = Object.fromEntries(
    given.map(({ question, answer }) => [question, answer]),
  );
  const next = chooseStrategy(answers);
  const card = useRef<HTMLDivElement>(null);
  const stood = useRef(given);
  useEffect(() => {
    // The pressed button is gone, so the focus moves to the next question or the result.
    if (stood.current !== given) card.current?.focus();
    stood.current = given;
  }, [given]);
  return (
    <section className={styles["chooser"]} aria-label={say(chooserWords.chooser)}>
      <h3>{say(chooserWords.chooser)}</h3>
      <ol className={styles["given"]}>
        {given.map(({ question, answer }, index) => (
          <li key={question}>
            <button type="button" onClick={() => setGiven(given.slice(0, index))}>
              <span>{say(questionWords[question])}</span>
              <strong>{say(answerWords[answer])}</strong>
            </button>
          </li>
        ))}
      </ol>
      <div ref={card} tabIndex={-1} className={styles["card"]}>
        {"ask" in next ? (
          <Asked
            question={next.ask}
            number={given.length + 1}
            onAnswer={(answer) => setGiven([...given, { question: next.ask, answer }])}
          />
        ) : (
          <ChooserResultCard result={next} />
        )}
      </div>
      {given.length > 0 && (
        <div className={styles["way"]}>
          <button type="button" onClick={() => setGiven(given.slice(0, -1))}>
            {say(chooserWords.back)}
          </button>
          <button type="button" onClick={() => setGiven([])}>
            {say(chooserWords.startOver)}
          </button>
        </div>
      )}
    </section>
  );
}

function Asked({
  question,
  number,
  onAnswer,
}: {
  readonly question: ChooserQuestion;
  readonly number: number;
  onAnswer(answer: ChooserAnswer): void;
}): JSX.Element {
  const say = useWords();
  return (
    <>
      <small>{fillIn(say(chooserWords.step), { n: number })}</small>
      <h4>{say(questionWords[question])}</h4>
      <p>{say(questionHints[question])}</p>
      <div className={styles["answers"]}>
        {CHOOSER_ANSWERS[question].map((answer) => (
          <button key={answer} type="button" onClick={() => onAnswer(answer)}>
            {say(answerWords[answer])}
          </button>
        ))}
      </div>
    </>
  );
}
