/** The transport: play, pause, step, the time, the speed, the choice of stops and of strips. */
import type { JSX } from "react";
import { formatSeconds } from "../../../i18n/index.ts";
import { SPEEDS } from "../../../store/index.ts";
import { deferred } from "../../kit/deferred.tsx";
import {
  PauseIcon,
  PlayIcon,
  RestartIcon,
  StepBackIcon,
  StepForwardIcon,
} from "../../kit/icons.tsx";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import { RunningText } from "../RunningText.tsx";
import { StopsMenu } from "./StopsMenu.tsx";
import { StripsMenu } from "./StripsMenu.tsx";
import styles from "./transport.module.css";
import { words } from "./words.ts";

const Reaching = deferred(async () => (await import("./Reaching.tsx")).Reaching, "quiet");

export function Transport(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const playing = usePlaygroundState((state) => state.playing);
  const speed = usePlaygroundState((state) => state.speed);
  const fresh = usePlaygroundState((state) => !state.playing && state.position.timeMs === 0);
  const reaching = usePlaygroundState((state) => state.reaching !== null);
  const button = (label: string, icon: JSX.Element, onClick: () => void, key: string) => (
    <button type="button" aria-label={label} title={`${label} (${key})`} onClick={onClick}>
      {icon}
    </button>
  );
  return (
    <section className={styles["transport"]} aria-label={say(words.transport)} data-transport="">
      <div className={styles["buttons"]}>
        {button(say(words.restart), <RestartIcon />, actions.reset, "Home")}
        {button(say(words.stepBack), <StepBackIcon />, actions.stepBack, "←")}
        <button
          type="button"
          className={styles["play"]}
          data-fresh={fresh}
          aria-label={say(playing ? words.pause : words.play)}
          title={`${say(playing ? words.pause : words.play)} (Space)`}
          onClick={playing ? actions.pause : actions.play}
        >
          {playing ? <PauseIcon /> : <PlayIcon />}
        </button>
        {button(say(words.stepForward), <StepForwardIcon />, actions.stepForward, "→")}
      </div>
      <Time />
      {reaching && (
        <div className={styles["reaching"]} role="status" data-reaching="">
          <Reaching />
        </div>
      )}
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
      <StopsMenu />
      <StripsMenu />
    </section>
  );
}

/** The time of the play head: a component of its own, because only it changes with every published position. */
function Time(): JSX.Element {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  return (
    <output className={styles["time"]} data-testid="time" aria-live="off">
      <RunningText text={formatSeconds(timeMs, language)} />
      <small>{say(words.s)}</small>
    </output>
  );
}
