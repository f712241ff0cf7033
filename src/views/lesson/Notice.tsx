/** What to notice while it runs, what the page claims, and when the strategy is the right one. */
import type { JSX } from "react";
import { fillIn } from "../../i18n/index.ts";
import { scenarioOf } from "../../scenarios/index.ts";
import { laneOf } from "../../store/index.ts";
import { strategyOf } from "../../strategies/index.ts";
import { usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./lesson.module.css";
import { words } from "./words.ts";

export function Notice(): JSX.Element {
  const say = useWords();
  const experiment = usePlaygroundState((state) => state.experiment);
  const scenario = scenarioOf(experiment.scenario);
  const strategy = strategyOf(laneOf(experiment, 0).strategy);
  return (
    <div className={styles["notice"]}>
      <section>
        <h3>{say(words.notice)}</h3>
        <ol>
          {scenario.notice.map((text) => (
            <li key={text.en}>{say(text)}</li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{say(words.claims)}</h3>
        <ul>
          {scenario.claims.map(({ text, strategy: id }) => (
            <li key={text.en}>
              {fillIn(say(words.with), { strategy: say(strategyOf(id).name), text: say(text) })}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>
          {say(strategy.name)} · {say(words.advice)}
        </h3>
        <p>{say(strategy.advice)}</p>
      </section>
    </div>
  );
}
