/** The time of the run as a slider, with marks where something happened for the first time. */
import { type JSX, useEffect, useLayoutEffect, useRef } from "react";
import { fillIn, formatSeconds } from "../../i18n/index.ts";
import { useActions, usePlayground, usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./transport.module.css";
import { words } from "./words.ts";

export function Timeline(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const playground = usePlayground();
  const language = usePlaygroundState((state) => state.preferences.language);
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  const recordings = usePlaygroundState((state) => state.recordings);
  const interventions = usePlaygroundState((state) => state.experiment.interventions);
  const slider = useRef<HTMLInputElement>(null);
  const lastMs = Math.max(...recordings.map((recording) => recording.lastMs));
  const seconds = (ms: number) => formatSeconds(ms, language);

  useEffect(
    () =>
      playground.onPosition((position) => {
        // Between two renderings the knob follows the play head by itself. React must see it: it takes a
        // move to the last value it knows for none.
        if (slider.current !== null) slider.current.value = String(position.timeMs);
      }),
    [playground],
  );

  useLayoutEffect(() => {
    // The browser has held the knob within the length of the run before.
    if (slider.current === null) return;
    slider.current.max = String(lastMs);
    slider.current.value = String(playground.position().timeMs);
  }, [lastMs, playground]);

  const marks = [
    ...recordings.flatMap(({ history: { marks: firsts } }) => [
      { kind: "drop", atMs: firsts.firstDropMs, text: words.firstDrop },
      { kind: "trip", atMs: firsts.firstTripMs, text: words.firstTrip },
      { kind: "suspension", atMs: firsts.firstSuspensionMs, text: words.firstSuspension },
    ]),
    ...interventions.map(({ atMs }) => ({ kind: "change", atMs, text: words.change })),
  ].flatMap(({ kind, atMs, text }) =>
    atMs === null ? [] : [{ kind, atMs, title: fillIn(say(text), { n: seconds(atMs) }) }],
  );

  return (
    <div className={styles["timeline"]}>
      <input
        ref={slider}
        type="range"
        min={0}
        max={lastMs}
        step="any"
        defaultValue={timeMs}
        aria-label={say(words.time)}
        aria-valuetext={fillIn(say(words.seconds), { n: seconds(timeMs) })}
        onChange={(event) => actions.seek(event.target.valueAsNumber)}
        onKeyDown={(event) => {
          const step = KEY_STEPS[event.key];
          if (step === undefined) return;
          event.preventDefault();
          actions.seek(playground.position().timeMs + step * (lastMs / 100));
        }}
      />
      <div className={styles["marks"]}>
        {marks.map(({ kind, atMs, title }, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: two settings may change at one time
            key={`${kind}-${atMs}-${index}`}
            className={styles["mark"]}
            data-kind={kind}
            style={{ insetInlineStart: `${(100 * atMs) / lastMs}%` }}
            title={title}
          />
        ))}
      </div>
      <div className="visually-hidden">
        <ul aria-label={say(words.marks)}>
          {marks.map(({ kind, atMs, title }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two settings may change at one time
            <li key={`${kind}-${atMs}-${index}`}>{title}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** In hundredths of the run. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};
