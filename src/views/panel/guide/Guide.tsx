/** Best practice: which operator to choose, what all libraries have in common, and what to do when no buffer helps. */
import type { JSX } from "react";
import { linkToScenario, type ScenarioId } from "../../../scenarios/index.ts";
import { useWords } from "../../playground-context.ts";
import { PageLink } from "../lesson/PageLink.tsx";
import { Chooser } from "./Chooser.tsx";
import { Everywhere } from "./Everywhere.tsx";
import styles from "./guide.module.css";
import { adviceWords, formulaWords, guideWords, titleWords } from "./guide-words.ts";

/** The rules, each with the scenario that shows it. */
export const RULES = [
  ["retry", "retry"],
  ["degradation", "degradation"],
  ["poolSize", "pool-size"],
  ["breaker", "circuit-breaker"],
  ["alerts", "monitoring"],
  ["memory", "system-overload"],
] as const satisfies readonly (readonly [string, ScenarioId])[];

type Rule = (typeof RULES)[number][0];

export function Guide(): JSX.Element {
  const say = useWords();
  return (
    <div className={styles["guide"]}>
      <Chooser />
      <Everywhere />
      <section>
        <h3>{say(guideWords.rules)}</h3>
        <div className={styles["rules"]}>
          {RULES.map(([rule, scenario]) => (
            <RuleCard key={rule} rule={rule} scenario={scenario} />
          ))}
        </div>
      </section>
    </div>
  );
}

function RuleCard({
  rule,
  scenario,
}: {
  readonly rule: Rule;
  readonly scenario: ScenarioId;
}): JSX.Element {
  const say = useWords();
  return (
    <article className={styles["rule"]}>
      <h4>{say(titleWords[rule])}</h4>
      <div className={styles["formula"]}>
        {say(formulaWords[rule])
          .split("|")
          .map((line) => (
            <div key={line}>{line}</div>
          ))}
      </div>
      <p>{say(adviceWords[rule])}</p>
      <PageLink link={linkToScenario(scenario)}>
        <span className="visually-hidden">{`${say(titleWords[rule])}: `}</span>
        <span>{say(guideWords.see)}</span>
      </PageLink>
    </article>
  );
}
