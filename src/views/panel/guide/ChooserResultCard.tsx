/** The result of the chooser: the operator as code, why it fits, what it costs, and a link to a run. */
import type { JSX } from "react";
import { fillIn, type Text } from "../../../i18n/index.ts";
import {
  type ChooserResult,
  LIBRARY_OPERATORS,
  type Library,
  type LibraryOperator,
  type Need,
} from "../../../scenarios/index.ts";
import { useWords } from "../../playground-context.ts";
import { PageLink } from "../lesson/PageLink.tsx";
import { answerWords, chooserWords, costWords, needWords } from "./chooser-words.ts";
import { DEFAULT_SIZES } from "./default-sizes.ts";
import styles from "./guide.module.css";
import { nearWords, reasonsOf } from "./reason-words.ts";

export function ChooserResultCard({ result }: { readonly result: ChooserResult }): JSX.Element {
  const { library, need, needless } = result;
  const say = useWords();
  const answer = LIBRARY_OPERATORS[library][need];
  const near = nearWords[`${library} ${need}`];
  const prefetch = DEFAULT_SIZES[library];
  return (
    <div data-result={need}>
      <small>{need === "impossible" ? say(chooserWords.noResult) : headOf(result, say)}</small>
      <h4>{say(needWords[need])}</h4>
      {needless && <p>{say(chooserWords.needless)}</p>}
      {need === "impossible" && (
        <>
          <p>{say(chooserWords.impossible)}</p>
          <small>{headOf(result, say)}</small>
        </>
      )}
      <Code code={answer.code} />
      <p>{fillIn(say(reasonsOf(library)[need]), { prefetch })}</p>
      <p>
        <strong>{say(chooserWords.costs)}</strong> {say(costWords[need])}
      </p>
      {near !== undefined && (
        <p>
          <strong>{say(chooserWords.near)}</strong> {say(near)}
        </p>
      )}
      <PageLink link={answer.link}>
        {say(near === undefined ? chooserWords.see : chooserWords.seeNear)}
      </PageLink>
      {answer.others !== undefined && <Others operators={answer.others} />}
    </div>
  );
}

function headOf({ library, need }: ChooserResult, say: ReturnType<typeof useWords>): string {
  return fillIn(say(headWordsOf(library, need)), { library: say(answerWords[library]) });
}

function headWordsOf(library: Library, need: Need): Text {
  if (need === "impossible") return chooserWords.refuse;
  const { isInstead } = LIBRARY_OPERATORS[library][need];
  return isInstead === true ? chooserWords.instead : chooserWords.result;
}

function Code({ code }: { readonly code: string }): JSX.Element {
  return (
    <pre className={styles["operator"]}>
      <code>{code}</code>
    </pre>
  );
}

function Others({ operators }: { readonly operators: readonly LibraryOperator[] }): JSX.Element {
  const say = useWords();
  return (
    <div className={styles["others"]}>
      <small>{say(chooserWords.others)}</small>
      <ul>
        {operators.map(({ code, link }) => (
          <li key={code}>
            <PageLink link={link}>
              <code>{code}</code>
            </PageLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
