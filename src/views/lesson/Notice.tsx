/** What to notice while it runs, what the page claims, and when the strategy is the right one. */
import type { JSX } from "react";
import { fillIn } from "../../i18n/index.ts";
import { DEFAULT_SEED, initialValues, type RunSpec } from "../../run/index.ts";
import { scenarioOf } from "../../scenarios/index.ts";
import { laneOf } from "../../store/index.ts";
import { strategyOf } from "../../strategies/index.ts";
import { usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./lesson.module.css";
import { words } from "./words.ts";

export function Notice(): JSX.Element {
  const say = useWords();
  const experiment = usePlaygroundState((state) => state.experiment);
  const recordings = usePlaygroundState((state) => state.recordings);
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
              {!recordings.some(({ spec }) => spec.strategy === id && isUntouched(spec)) && (
                <small> ({say(words.elsewhere)})</small>
              )}
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

/** Claims are checked for the run that a scenario opens with; of another run they say nothing. */
function isUntouched(spec: RunSpec): boolean {
  const own = initialValues({ ...spec, values: {} });
  const same = Object.entries(initialValues(spec)).every(([key, value]) => value === own[key]);
  return same && spec.seed === DEFAULT_SEED && spec.interventions.length === 0;
}
