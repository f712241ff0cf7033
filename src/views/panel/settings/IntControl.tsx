/** The control of a whole-number setting: slider, number field, unit, rate, and a button for the scenario's value. */
import { type CSSProperties, type JSX, useId, useMemo, useRef, useState } from "react";
import { fillIn, formatCount, formatRate } from "../../../i18n/index.ts";
import { type IntParam, readParam } from "../../../params/index.ts";
import { ResetIcon } from "../../kit/icons.tsx";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./controls.module.css";
import { Heading, helpOf } from "./Heading.tsx";
import { helpTextOf } from "./param-help.ts";
import { nearestStop, sliderStops } from "./slider-stops.ts";
import { typedNumber } from "./typed-number.ts";
import { useEntry } from "./use-entry.ts";
import { words } from "./words.ts";

export interface IntControlProps {
  readonly param: IntParam;
  readonly value: number;
  /** The scenario's own value at the play head. */
  readonly initial: number;
  /** `gesture` is true while a slider is being dragged. */
  onChange(value: number, gesture: boolean): void;
  /** Restores the scenario's own value. */
  onReset(): void;
}

export function IntControl(props: IntControlProps): JSX.Element {
  const { param, value, initial, onChange, onReset } = props;
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const stops = useMemo(() => sliderStops(param), [param]);
  const id = useId();
  const name = say(param.label);
  const count = (number: number) => formatCount(number, language);
  const [refused, setRefused] = useState<{ given: string; used: number } | null>(null);
  // The problem is shown as long as the setting has the value that was used instead.
  const problem = refused?.used === value ? refused : null;
  const describedBy = `${helpOf(id)} ${id}-problem`;
  const moving = useRef(false);
  const slider = useRef<HTMLInputElement>(null);

  const enter = (text: string) => {
    const reading = readParam(param, typedNumber(text, param), value);
    const used = Number(reading.value);
    setRefused(reading.problem === null ? null : { given: text, used });
    if (used !== value) onChange(used, false);
  };
  const slide = (index: number) => {
    setRefused(null);
    moving.current = true;
    onChange(stops[index] ?? value, true);
  };
  // A slider that is only touched, or reached by Tab, has not been moved.
  const release = () => {
    if (!moving.current) return;
    moving.current = false;
    onChange(value, false);
  };
  const goBack = () => {
    setRefused(null);
    onReset();
    // The pressed button disappears, so the focus moves.
    slider.current?.focus();
  };

  return (
    <div className={styles["control"]} data-param={param.key}>
      <Heading id={id} label={param.label} help={helpTextOf(param)}>
        <span className={styles["field"]}>
          {value !== initial && (
            <button
              type="button"
              className={styles["reset"]}
              aria-label={fillIn(say(words.reset), { name, value: count(initial) })}
              title={fillIn(say(words.reset), { name, value: count(initial) })}
              onClick={goBack}
            >
              <ResetIcon />
            </button>
          )}
          <NumberField
            value={value}
            label={fillIn(say(words.value), { name })}
            invalid={problem !== null}
            describedBy={describedBy}
            onEnter={enter}
          />
          <span className={styles["unit"]}>{say(words[param.unit])}</span>
        </span>
      </Heading>
      <input
        ref={slider}
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={nearestStop(stops, value)}
        aria-describedby={describedBy}
        aria-valuetext={`${count(value)} ${say(words[param.unit])}`}
        onChange={(event) => slide(event.target.valueAsNumber)}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyUp={release}
        onBlur={release}
      />
      <div className={styles["hints"]}>
        <span>{rateHint(param, value, say, language)}</span>
        <span>{fillIn(say(words.range), { min: count(param.min), max: count(param.max) })}</span>
      </div>
      <p id={`${id}-problem`} className={styles["problem"]} role="alert">
        {problem !== null &&
          fillIn(say(words.refused), {
            given: `“${problem.given}”`,
            min: count(param.min),
            max: count(param.max),
            used: count(problem.used),
          })}
      </p>
    </div>
  );
}

/** The hint under a slider: a delay as a rate per second; for other settings, when a change takes effect. */
function rateHint(
  param: IntParam,
  value: number,
  say: ReturnType<typeof useWords>,
  language: Parameters<typeof formatRate>[1],
): string {
  if (param.asRate !== true) return say(param.change === "live" ? words.live : words.structural);
  if (value === 0) return say(words.noPause);
  return fillIn(say(words.perSec), { n: formatRate(1000 / value, language) });
}

function NumberField({
  value,
  label,
  invalid,
  describedBy,
  onEnter,
}: {
  readonly value: number;
  readonly label: string;
  readonly invalid: boolean;
  readonly describedBy: string;
  onEnter(text: string): void;
}): JSX.Element {
  return (
    <input
      className={styles["number"]}
      style={{ "--digits": String(value).length } as CSSProperties}
      type="text"
      inputMode="text"
      autoComplete="off"
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      {...useEntry(String(value), onEnter)}
    />
  );
}
