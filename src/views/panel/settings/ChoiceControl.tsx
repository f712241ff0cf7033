/** The control of a setting with a few named values. */
import { type JSX, useId } from "react";
import type { ChoiceParam } from "../../../params/index.ts";
import { useWords } from "../../playground-context.ts";
import styles from "./controls.module.css";
import { Heading, helpOf } from "./Heading.tsx";
import { helpTextOf } from "./param-help.ts";

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
      <Heading id={id} label={param.label} help={helpTextOf(param)}>
        <select
          id={id}
          value={value}
          aria-describedby={helpOf(id)}
          onChange={(event) => onChange(event.target.value)}
        >
          {param.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {say(choice.label)}
            </option>
          ))}
        </select>
      </Heading>
    </div>
  );
}
