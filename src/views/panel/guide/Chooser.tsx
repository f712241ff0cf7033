/** Chooses a buffer strategy by questions, one at a time: only what is still needed is asked. */
import { type JSX, useEffect, useRef, useState } from "react";
import { fillIn } from "../../../i18n/index.ts";
import {
  type ChooserAnswers,
  type ChooserQuestion,
  type ChooserResult,
  chooseStrategy,
  RESULT_LINKS,
} from "../../../scenarios/index.ts";
import { useWords } from "../../playground-context.ts";
import { PageLink } from "../lesson/PageLink.tsx";
import {
  chooserWords,
  questionHints,
  questionWords,
  reasonWords,
  resultWords,
} from "./chooser-words.ts";
import styles from "./guide.module.css";

interface Given {
  readonly question: ChooserQuestion;
  readonly yes: boolean;
}

export function Chooser(): JSX.Element {
  const say = useWords();
  const [given, setGiven] = useState<readonly Given[]>([]);
  const answers: ChooserAnswers = Object.fromEntries(
    given.map(({ question, yes }) => [question, yes]),
  );
  const next = chooseStrategy(answers);
  const card = useRef<HTMLDivElement>(null);
  const stood = useRef(given);
  useEffect(() => {
    // What was pressed is gone: the reader goes on with what stands there now.
    if (stood.current !== given) card.current?.focus();
    stood.current = given;
  }, [given]);
  return (
    <section className={styles["chooser"]} aria-label={say(chooserWords.chooser)}>
      <h3>{say(chooserWords.chooser)}</h3>
      <ol className={styles["given"]}>
        {given.map(({ question, yes }, index) => (
          <li key={question}>
            <button type="button" onClick={() => setGiven(given.slice(0, index))}>
              <span>{say(questionWords[question])}</span>
              <strong>{say(yes ? chooserWords.yes : chooserWords.no)}</strong>
            </button>
          </li>
        ))}
      </ol>
      <div ref={card} tabIndex={-1} className={styles["card"]}>
        {"ask" in next ? (
          <Asked
            question={next.ask}
            number={given.length + 1}
            onAnswer={(yes) => setGiven([...given, { question: next.ask, yes }])}
          />
        ) : (
          <Result result={next.result} />
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
  onAnswer(yes: boolean): void;
}): JSX.Element {
  const say = useWords();
  return (
    <>
      <small>{fillIn(say(chooserWords.step), { n: number })}</small>
      <h4>{say(questionWords[question])}</h4>
      <p>{say(questionHints[question])}</p>
      <div className={styles["yesNo"]}>
        <button type="button" onClick={() => onAnswer(true)}>
          {say(chooserWords.yes)}
        </button>
        <button type="button" onClick={() => onAnswer(false)}>
          {say(chooserWords.no)}
        </button>
      </div>
    </>
  );
}

function Result({ result }: { readonly result: ChooserResult }): JSX.Element {
  const say = useWords();
  return (
    <div data-result={result}>
      <small>{say(result === "impossible" ? chooserWords.noResult : chooserWords.result)}</small>
      <h4>{say(resultWords[result])}</h4>
      <p>{say(reasonWords[result])}</p>
      <PageLink link={RESULT_LINKS[result]}>{say(chooserWords.see)}</PageLink>
    </div>
  );
}
