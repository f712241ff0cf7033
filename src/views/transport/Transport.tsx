/** Play, pause, step, speed, the time, and where to pause by itself. */
import type { JSX } from "react";
import { formatSeconds } from "../../i18n/index.ts";
import { initialValues, type Recording } from "../../run/index.ts";
import { SPEEDS, STOP_KINDS } from "../../store/index.ts";
import { strategyOf } from "../../systems/index.ts";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import {
  PauseIcon,
  PlayIcon,
  RestartIcon,
  StepBackIcon,
  StepForwardIcon,
} from "../shell/icons.tsx";
import { Timeline } from "./Timeline.tsx";
import styles from "./transport.module.css";
import { words } from "./words.ts";

export function Transport(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const language = usePlaygroundState((state) => state.preferences.language);
  const playing = usePlaygroundState((state) => state.playing);
  const speed = usePlaygroundState((state) => state.speed);
  const stops = usePlaygroundState((state) => state.stops);
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  const button = (label: string, icon: JSX.Element, onClick: () => void, key: string) => (
    <button type="button" aria-label={label} title={`${label} (${key})`} onClick={onClick}>
      {icon}
    </button>
  );
  // Only a breaker trips.
  const hasBreaker = usePlaygroundState((state) => state.recordings.some(hasABreaker));
  const kinds = STOP_KINDS.filter((kind) => kind !== "trip" || hasBreaker);
  return (
    <section className={styles["transport"]} aria-label={say(words.transport)} data-transport="">
      <div className={styles["buttons"]}>
        {button(say(words.restart), <RestartIcon />, actions.reset, "Home")}
        {button(say(words.stepBack), <StepBackIcon />, actions.stepBack, "←")}
        <button
          type="button"
          className={styles["play"]}
          aria-label={say(playing ? words.pause : words.play)}
          title={`${say(playing ? words.pause : words.play)} (Space)`}
          onClick={playing ? actions.pause : actions.play}
        >
          {playing ? <PauseIcon /> : <PlayIcon />}
        </button>
        {button(say(words.stepForward), <StepForwardIcon />, actions.stepForward, "→")}
      </div>
      <output className={styles["time"]} data-testid="time" aria-live="off">
        <span>{formatSeconds(timeMs, language)}</span>
        <small>{say(words.s)}</small>
      </output>
      <Timeline />
      <label className={styles["speed"]}>
        <span className="visually-hidden">{say(words.speed)}</span>
        <select
          value={speed}
          title={say(words.speed)}
          onChange={(event) => actions.setSpeed(Number(event.target.value))}
        >
          {SPEEDS.map((choice) => (
            <option key={choice} value={choice}>
              {choice}×
            </option>
          ))}
        </select>
      </label>
      <fieldset className={styles["stops"]}>
        <legend>{say(words.stopAt)}</legend>
        {kinds.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={stops.has(kind)}
              onChange={(event) => actions.setStop(kind, event.target.checked)}
            />
            <span>{say(words[kind])}</span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}

function hasABreaker({ spec }: Recording): boolean {
  return strategyOf(spec.strategy)
    .stages(initialValues(spec))
    .some(({ kind }) => kind === "breaker");
}
