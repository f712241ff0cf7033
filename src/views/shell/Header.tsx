/** The head of the page: its name, the scenarios, and its tools. */
import type { JSX, ReactNode } from "react";
import { type ScenarioGroup, type ScenarioId, scenarios } from "../../scenarios/index.ts";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./shell.module.css";
import { words } from "./words.ts";

/** `children` are the tools at its end. */
export function Header({ children }: { readonly children?: ReactNode }): JSX.Element {
  const say = useWords();
  return (
    <header className={styles["header"]}>
      <h1>
        <Mark />
        <span>{say(words.name)}</span>
      </h1>
      <ScenarioPicker />
      <div className={styles["tools"]}>{children}</div>
    </header>
  );
}

function ScenarioPicker(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const current = usePlaygroundState((state) => state.experiment.scenario);
  const groups = [...new Set(scenarios.map(({ group }) => group))];
  const options = (group: ScenarioGroup) =>
    scenarios
      .filter((scenario) => scenario.group === group)
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {say(name)}
        </option>
      ));
  return (
    <select
      className={styles["scenario"]}
      aria-label={say(words.scenario)}
      value={current}
      onChange={(event) => actions.openScenario(event.target.value as ScenarioId)}
    >
      {groups.map((group) => (
        <optgroup key={group} label={say(words[group])}>
          {options(group)}
        </optgroup>
      ))}
    </select>
  );
}

/** The sign of the page: a full buffer with one element held in front of it. */
function Mark(): JSX.Element {
  return (
    <svg width="30" height="22" viewBox="0 0 30 22" aria-hidden="true">
      <circle cx="5" cy="11" r="4" fill="var(--suspended)" />
      <path d="M11.500 3v16" stroke="var(--ink)" strokeWidth="2" strokeLinecap="round" />
      <rect x="15" y="7" width="6" height="8" rx="2" fill="var(--buffered)" />
      <rect x="23" y="7" width="6" height="8" rx="2" fill="var(--buffered)" />
    </svg>
  );
}
