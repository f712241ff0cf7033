/** The axis of time under all strips, which is also the slider of the play head, with marks where something happened first. */
import { type JSX, useEffect, useLayoutEffect, useRef } from "react";
import { fillIn, formatSeconds } from "../../../i18n/index.ts";
import {
  useActions,
  usePlayground,
  usePlaygroundState,
  useWords,
} from "../../playground-context.ts";
import { timeAxis } from "../time-scale.ts";
import type { TimeSpan } from "../use-time-span.ts";
import { MarkList, useMarks } from "./marks.tsx";
import styles from "./transport.module.css";
import { words } from "./words.ts";

export function TimeAxis({ spanMs, whole, setWhole }: TimeSpan): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const playground = usePlayground();
  const language = usePlaygroundState((state) => state.preferences.language);
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  const recordings = usePlaygroundState((state) => state.recordings);
  const slider = useRef<HTMLInputElement>(null);
  const durationMs = Math.max(...recordings.map((recording) => recording.durationMs));
  const lastMs = Math.max(...recordings.map((recording) => recording.lastMs));
  const marks = useMarks();
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
    // The browser has held the knob within the axis before.
    if (slider.current === null) return;
    slider.current.max = String(spanMs);
    slider.current.value = String(playground.position().timeMs);
  }, [spanMs, playground]);

  const wholeText = fillIn(say(whole ? words.follow : words.wholeRun), { n: durationMs / 1000 });
  return (
    <div className={styles["axis"]} data-axis="">
      <button
        type="button"
        className={styles["span"]}
        aria-pressed={whole}
        title={say(words.spanHelp)}
        onClick={() => setWhole(!whole)}
      >
        {wholeText}
      </button>
      <div className={styles["ruler"]}>
        <div className={styles["ticks"]} aria-hidden="true">
          {timeAxis(spanMs).ticks.map((ms) => (
            <span key={ms} style={{ insetInlineStart: `${(100 * ms) / spanMs}%` }}>
              {ms / 1000}
            </span>
          ))}
        </div>
        <div className={styles["marks"]}>
          {marks
            .filter(({ atMs }) => atMs <= spanMs)
            .map(({ id, kind, atMs, title }) => (
              <span
                key={id}
                className={styles["mark"]}
                data-kind={kind}
                style={{ insetInlineStart: `${(100 * atMs) / spanMs}%` }}
                title={title}
              />
            ))}
        </div>
        <input
          ref={slider}
          type="range"
          min={0}
          max={spanMs}
          step="any"
          defaultValue={timeMs}
          aria-label={say(words.time)}
          aria-valuetext={fillIn(say(words.seconds), { n: seconds(timeMs) })}
          onChange={(event) => actions.seek(event.target.valueAsNumber)}
          onKeyDown={(event) => {
            const step = KEY_STEPS[event.key];
            if (event.key === "End") actions.seek(lastMs);
            else if (step === undefined) return;
            else actions.seek(playground.position().timeMs + step * (spanMs / 100));
            event.preventDefault();
          }}
        />
      </div>
      <MarkList marks={marks} />
    </div>
  );
}

/** In hundredths of the axis. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};
