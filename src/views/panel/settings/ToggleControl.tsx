/** A setting that is on or off. */
import { type JSX, useId } from "react";
import type { ToggleParam } from "../../../params/index.ts";
import styles from "./controls.module.css";
import { Heading, helpOf } from "./Heading.tsx";

export function ToggleControl({
  param,
  value,
  onChange,
}: {
  readonly param: ToggleParam;
  readonly value: boolean;
  onChange(value: boolean): void;
}): JSX.Element {
  const id = useId();
  return (
    <div className={styles["control"]} data-param={param.key}>
      <Heading id={id} label={param.label} help={param.help}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          aria-describedby={helpOf(id)}
          onChange={(event) => onChange(event.target.checked)}
        />
      </Heading>
    </div>
  );
}
