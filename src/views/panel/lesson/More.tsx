/** The goal of the lesson, what to try next, when to use the strategy; after the answer, what to notice and what holds. */
import type { JSX } from "react";
import { fillIn } from "../../../i18n/index.ts";
import { laneOf } from "../../../store/index.ts";
import { strategyOf } from "../../../systems/index.ts";
import {
  useActions,
  useCatalogue,
  usePlaygroundState,
  useScenario,
  useWords,
} from "../../playground-context.ts";
import styles from "./lesson.module.css";
import { isOpeningRun } from "./opening-run.ts";
import { PageLink } from "./PageLink.tsx";
import { Plan } from "./Plan.tsx";
import { useTold } from "./use-told.ts";
import { words } from "./words.ts";

export function More(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const experiment = usePlaygroundState((state) => state.experiment);
  const scenario = useScenario();
  const told = useTold();
  const strategy = strategyOf(
    useCatalogue(),
    laneOf(
      experiment,
      usePlaygroundState((state) => state.selected),
    ).strategy,
  );
  return (
    <div className={styles["notice"]}>
      <Plan />
      {told ? <Told /> : <p className={styles["later"]}>{say(words.later)}</p>}
      <section>
        <h3>{say(words.next)}</h3>
        <ul className={styles["next"]}>
          {scenario.next.map(({ text, link }) => (
            <li key={text.en}>
              <PageLink link={link}>{say(text)}</PageLink>
            </li>
          ))}
          <li>
            <button
              type="button"
              className={styles["practiceLink"]}
              onClick={() => actions.setPanel({ tab: "guide" })}
            >
              {say(words.practice)}
            </button>
          </li>
        </ul>
        <h3>{`${say(strategy.name)} · ${say(words.advice)}`}</h3>
        <p>{say(strategy.advice)}</p>
      </section>
    </div>
  );
}

/** What is shown only after the answer, because it would give it away. */
function Told(): JSX.Element {
  const say = useWords();
  const { notice } = useScenario();
  return (
    <>
      <section>
        <h3>{say(words.notice)}</h3>
        <ol>
          {notice.map((text) => (
            <li key={text.en}>{say(text)}</li>
          ))}
        </ol>
      </section>
      <Claims />
      <Pairs />
    </>
  );
}

function Pairs(): JSX.Element | null {
  const say = useWords();
  const catalogue = useCatalogue();
  const { pairs = [] } = useScenario();
  if (pairs.length === 0) return null;
  return (
    <section className={styles["pairs"]}>
      <h3>{say(words.pairs)}</h3>
      <ul>
        {pairs.map(({ of, same, why }) => (
          <li key={of.join()} data-same={same}>
            <strong>{of.map((id) => say(strategyOf(catalogue, id).name)).join(" · ")}</strong>
            <em>{say(same ? words.same : words.different)}</em>
            <span>{say(why)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Claims(): JSX.Element {
  const say = useWords();
  const catalogue = useCatalogue();
  const { claims } = useScenario();
  const recordings = usePlaygroundState((state) => state.recordings);
  return (
    <section>
      <h3>{say(words.claims)}</h3>
      <ul>
        {claims.map(({ text, strategy: id, values }) => (
          <li key={text.en}>
            <span>
              {fillIn(say(words.with), {
                strategy: say(strategyOf(catalogue, id).name),
                text: say(text),
              })}
            </span>
            {!recordings.some(
              ({ spec }) => spec.strategy === id && isOpeningRun(catalogue, spec, values),
            ) && <small>{` (${say(words.elsewhere)})`}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}
