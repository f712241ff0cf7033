/** The axis of time under all strips: also the slider of the play head, with marks where something happened first. */
import { type JSX, memo, useLayoutEffect, useRef } from "react";
import { fillIn, formatSeconds } from "../../../i18n/index.ts";
import type { Playground } from "../../../store/index.ts";
import { useRoom } from "../../kit/use-room.ts";
import {
  useActions,
  usePlayground,
  usePlaygroundState,
  useWords,
} from "../../playground-context.ts";
import { timeAxis } from "../axis.ts";
import { heldBy } from "../time-scale.ts";
import { useHeadMotion } from "../use-head-motion.ts";
import type { TimeSpan } from "../use-time-span.ts";
import { Marks } from "./marks.tsx";
import styles from "./transport.module.css";
import { words } from "./words.ts";

export function TimeAxis({ spanMs, whole, setWhole }: TimeSpan): JSX.Element {
  const say = useWords();
  const recordings = usePlaygroundState((state) => state.recordings);
  const ruler = useRef<HTMLDivElement>(null);
  const knob = useHeadMotion(spanMs, useRoom(ruler, NO_ROOM).width);
  const durationMs = Math.max(...recordings.map((recording) => recording.durationMs));

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
      <div ref={ruler} className={styles["ruler"]}>
        <div className={styles["ticks"]} aria-hidden="true">
          {timeAxis(spanMs).ticks.map((ms) => (
            <span key={ms} style={{ insetInlineStart: `${(100 * ms) / spanMs}%` }}>
              {ms / 1000}
            </span>
          ))}
        </div>
        <Marks spanMs={spanMs} />
        <div className={styles["track"]}>
          <div ref={knob} className={styles["foot"]}>
            <div className={styles["knob"]} />
          </div>
        </div>
        <HeadSlider heldMs={heldBy(spanMs)} />
      </div>
    </div>
  );
}

/** The slider that is dragged and read out on the axis. Its value follows the play head without React. */
const HeadSlider = memo(function HeadSlider({ heldMs }: { readonly heldMs: number }): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const playground = usePlayground();
  const language = usePlaygroundState((state) => state.preferences.language);
  const slider = useRef<HTMLInputElement>(null);
  const seconds = say(words.seconds);

  useLayoutEffect(() => {
    const input = slider.current;
    if (input === null) return;
    const { store } = playground;
    const show = (timeMs: number) => {
      // React tracks this write. Otherwise it would ignore a move back to the last value that it knows.
      input.value = String(timeMs);
      const text = fillIn(seconds, { n: formatSeconds(timeMs, language) });
      input.setAttribute("aria-valuetext", text);
    };
    // Set before the value, which the browser clamps to the range.
    input.max = String(heldMs);
    show(playground.position().timeMs);
    let isGone = false;
    const stop = store.subscribe(({ position, playing }, before) => {
      if (position === before.position) return;
      if (!playing) show(position.timeMs);
      // After the drawing of this frame and together with what React writes, so that the page is laid out only once.
      else queueMicrotask(() => !isGone && show(position.timeMs));
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [heldMs, playground, language, seconds]);

  return (
    <input
      ref={slider}
      type="range"
      min={0}
      max={heldMs}
      step="any"
      defaultValue={0}
      aria-label={say(words.time)}
      onChange={(event) => actions.seek(event.target.valueAsNumber)}
      onKeyDown={(event) => {
        const step = KEY_STEPS[event.key];
        if (event.key === "End") actions.seek(lastMsOf(playground));
        else if (step === undefined) return;
        else actions.seek(playground.position().timeMs + step * (heldMs / 100));
        event.preventDefault();
      }}
    />
  );
});

/** The latest time that any run is known to reach, in ms. */
function lastMsOf({ store }: Playground): number {
  return Math.max(...store.getState().recordings.map(({ lastMs }) => lastMs));
}

const NO_ROOM = { width: 0, height: 0 };

/** How far the keys move the play head, in hundredths of the time on the axis. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};
