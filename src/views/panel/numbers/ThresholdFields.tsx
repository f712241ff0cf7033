/** The fields for the thresholds of alerts, each of which can be set and turned off. */
import { type JSX, useId, useState } from "react";
import { fillIn, formatCount, type Text } from "../../../i18n/index.ts";
import { type IntParam, plainNumber, readParam } from "../../../params/index.ts";
import {
  type Recording,
  type ThresholdKey,
  thresholdParams,
  thresholdsOf,
  withThreshold,
} from "../../../run/index.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { useEntry } from "../settings/use-entry.ts";
import styles from "./numbers.module.css";
import { numbersWords } from "./numbers-words.ts";

const NAMES: Readonly<Record<ThresholdKey, readonly [name: Text, unit: Text]>> = {
  depthPercent: [numbersWords.depthPercent, numbersWords.unitDepthPercent],
  depthElements: [numbersWords.depthElements, numbersWords.unitDepthElements],
  lossPercent: [numbersWords.lossPercent, numbersWords.unitLossPercent],
  waitMs: [numbersWords.waitMs, numbersWords.unitWaitMs],
};

/** The threshold with which an alert that is off by default is turned on. */
const FIRST_WAIT_MS = 1000;

export function ThresholdFields({
  recordings,
}: {
  readonly recordings: readonly Recording[];
}): JSX.Element {
  const say = useWords();
  const experiment = usePlaygroundState((state) => state.experiment);
  const thresholds = thresholdsOf(experiment.thresholds);
  const unbounded = recordings.filter(
    ({ capacity }) => capacity === Number.POSITIVE_INFINITY,
  ).length;
  const hidden = unbounded === 0 ? "depthElements" : "depthPercent";
  const isShown = (key: string) =>
    key !== hidden || (unbounded > 0 && unbounded < recordings.length);
  return (
    <fieldset className={styles["thresholds"]}>
      <legend>{say(numbersWords.thresholds)}</legend>
      {thresholdParams
        .filter(({ key }) => isShown(key))
        .map((param) => (
          <ThresholdField key={param.key} param={param} value={thresholds[param.key]} />
        ))}
    </fieldset>
  );
}

function ThresholdField({
  param,
  value,
}: {
  readonly param: IntParam<ThresholdKey>;
  readonly value: number;
}): JSX.Element {
  const say = useWords();
  const { setThresholds } = useActions();
  const thresholds = usePlaygroundState((state) => state.experiment.thresholds);
  const language = usePlaygroundState((state) => state.preferences.language);
  const id = useId();
  const [refused, setRefused] = useState<{ given: string; used: number } | null>(null);
  const [lastOn, setLastOn] = useState(value || param.default || FIRST_WAIT_MS);
  const [name, unit] = NAMES[param.key].map(say) as [string, string];
  // The problem is shown as long as the threshold has the value that was used instead.
  const problem = refused?.used === value ? refused : null;

  const set = (next: number) => {
    if (next > 0) setLastOn(next);
    setThresholds(withThreshold(thresholds, param.key, next));
  };
  const entry = useEntry(String(value || lastOn), (text) => {
    // 0 would mean off, for which there is the checkbox.
    const reading = readParam({ ...param, min: 1 }, plainNumber(text), value);
    const used = Number(reading.value);
    setRefused(reading.problem === null ? null : { given: text, used });
    if (used !== value) set(used);
  });
  return (
    <div data-threshold={param.key} className={styles["threshold"]}>
      <label>
        <input
          type="checkbox"
          checked={value > 0}
          onChange={(event) => {
            setRefused(null);
            set(event.target.checked ? lastOn : 0);
          }}
        />
        <span>{name}</span>
      </label>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        size={7}
        disabled={value === 0}
        aria-label={fillIn(say(numbersWords.limit), { name, unit })}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        {...entry}
      />
      <span>{unit}</span>
      <p id={`${id}-problem`} role="alert">
        {problem !== null &&
          fillIn(say(numbersWords.refused), {
            given: `“${problem.given}”`,
            max: formatCount(param.max, language),
            used: formatCount(problem.used, language),
          })}
      </p>
    </div>
  );
}
