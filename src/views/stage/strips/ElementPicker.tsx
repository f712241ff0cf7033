/** The number of the picked element, beside a strip that shows elements; the arrow keys up and down change it. */
import type { JSX, KeyboardEvent } from "react";
import { fillIn } from "../../../i18n/index.ts";
import { elementBeside } from "../../../run/index.ts";
import type { Picked, StripFieldProps } from "./strip.ts";
import styles from "./strips.module.css";
import { words } from "./words.ts";

interface ElementPickerProps extends Omit<StripFieldProps, "frame"> {
  /** Elements that were made later can't be picked. */
  readonly untilMs: number;
  onPick(picked: Picked | null): void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export function ElementPicker(props: ElementPickerProps): JSX.Element {
  const { recordings, laneNames, language, picked, untilMs, onPick } = props;
  const lane = picked?.lane ?? 0;
  const onKeyDown = (event: KeyboardEvent) => {
    const recording = recordings[lane];
    const step = STEPS[event.key];
    if (event.key === "Escape" && picked !== null) onPick(null);
    else if (step === undefined || recording === undefined) return;
    else {
      const element = elementBeside(recording, untilMs, picked?.element ?? null, step);
      onPick(element === null ? null : { lane, element });
    }
    // Keep the page's shortcuts (stepping, blanking) from seeing this key.
    event.preventDefault();
    event.stopPropagation();
  };
  const name =
    recordings.length > 1
      ? fillIn(words.elementOfLane[language], { lane: laneNames[lane] ?? lane + 1 })
      : words.element[language];
  const said =
    picked === null
      ? words.noElement[language]
      : fillIn(words.ofElement[language], { n: picked.element });
  return (
    <span
      className={styles["picker"]}
      role="spinbutton"
      tabIndex={0}
      aria-label={name}
      aria-valuenow={picked?.element ?? 0}
      aria-valuetext={said}
      title={words.pickHelp[language]}
      onKeyDown={onKeyDown}
      data-picker=""
    >
      {picked === null
        ? words.eachElement[language]
        : `${words.element[language]} ${picked.element}`}
    </span>
  );
}
