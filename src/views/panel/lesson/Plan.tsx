/** The lesson's goal and how long it takes; after the answer, what students take away and which lesson comes next. */
import type { JSX } from "react";
import { fillIn } from "../../../i18n/index.ts";
import { entryOf, LESSON_PLANS, linkToScenario, scenarios } from "../../../scenarios/index.ts";
import { progressOf } from "../../../store/index.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./lesson.module.css";
import { stageOf } from "./lesson-stage.ts";
import { PageLink } from "./PageLink.tsx";
import { words } from "./words.ts";

export function Plan(): JSX.Element {
  const say = useWords();
  const id = usePlaygroundState((state) => state.experiment.scenario);
  const told = usePlaygroundState((state) => stageOf(progressOf(state)) === "verdict");
  const { goal, minutes, after, learned } = LESSON_PLANS[id];
  const following = scenarios[scenarios.findIndex((entry) => entry.id === id) + 1];
  if (told) {
    return (
      <section className={styles["takenAway"]} data-testid="taken-away">
        <h3>{say(words.takenAway)}</h3>
        <p>{say(learned)}</p>
        {following !== undefined && (
          <p>
            <PageLink link={linkToScenario(following.id)}>
              {fillIn(say(words.nextLesson), { name: say(following.name) })}
            </PageLink>
          </p>
        )}
      </section>
    );
  }
  return (
    <section data-testid="goal">
      <h3>{say(words.goal)}</h3>
      <p>{say(goal)}</p>
      <p className={styles["plan"]}>
        <span>{fillIn(say(words.minutes), { minutes })}</span>
        {after !== undefined && (
          <PageLink link={linkToScenario(after)}>
            {fillIn(say(words.before), { name: say(entryOf(after).name) })}
          </PageLink>
        )}
      </p>
    </section>
  );
}
