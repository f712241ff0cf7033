/** The vote of a class: hands for each answer, before the run and after the discussion. It never leaves the page. */
import type { JSX } from "react";
import { fillIn } from "../../../i18n/index.ts";
import type { Answer } from "../../../scenarios/index.ts";
import { progressOf } from "../../../store/index.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { answerWords } from "./answer-words.ts";
import styles from "./lesson.module.css";

const ROUNDS = ["before", "after"] as const;

/** The most hands that are counted for an answer: more than any hall has. */
const MOST_HANDS = 9999;

export function Vote({ answers }: { readonly answers: readonly Answer[] }): JSX.Element {
  const say = useWords();
  const { setLesson } = useActions();
  const votes = usePlaygroundState((state) => progressOf(state).votes);
  const most = Math.max(1, ...votes.before, ...votes.after);
  const count = (round: (typeof ROUNDS)[number], index: number, typed: string) => {
    const hands = Math.min(MOST_HANDS, Math.max(0, Math.round(Number(typed) || 0)));
    const counts = answers.map((_, i) => (i === index ? hands : (votes[round][i] ?? 0)));
    setLesson({ votes: { ...votes, [round]: counts } });
  };
  return (
    <details className={styles["vote"]}>
      <summary>{say(answerWords.vote)}</summary>
      <table>
        <thead>
          <tr>
            <td />
            {ROUNDS.map((round) => (
              <th key={round} scope="col">
                {say(answerWords[round])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answers.map(({ text }, index) => {
            const letter = String.fromCharCode(65 + index);
            return (
              <tr key={text.en}>
                <th scope="row" title={say(text)}>
                  {letter}
                </th>
                {ROUNDS.map((round) => {
                  const hands = votes[round][index] ?? 0;
                  return (
                    <td key={round}>
                      <input
                        type="number"
                        min={0}
                        max={MOST_HANDS}
                        value={hands === 0 ? "" : hands}
                        placeholder="0"
                        aria-label={fillIn(say(answerWords.hands), {
                          answer: letter,
                          round: say(answerWords[round]),
                        })}
                        onChange={(event) => count(round, index, event.target.value)}
                      />
                      <i
                        className={styles["bar"]}
                        data-round={round}
                        style={{ inlineSize: `${(100 * hands) / most}%` }}
                      />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
