/** A setting with a few named values. */
import { type JSX, useId } from "react";
import type { ChoiceParam } from "../../params/index.ts";
import { useWords } from "../playground-context.ts";
import styles from "./controls.module.css";

export function ChoiceControl({
  param,
  value,
  onChange,
}: {
  readonly param: ChoiceParam;
  readonly value: string;
  onChange(value: string): void;
}): JSX.Element {
  const say = useWords();
  const id = useId();
  return (
    <div className={styles["control"]} data-param={param.key}>
      <div className={styles["row"]}>
        <label htmlFor={id} title={say(param.help)}>
          {say(param.label)}
        </label>
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {param.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {say(choice.label)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
