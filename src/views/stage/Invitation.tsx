/** The first thing that a new reader sees: one button over the picture, which plays the run. */
import { type JSX, useState } from "react";
import { PlayIcon } from "../kit/icons.tsx";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./stage.module.css";
import { stageWords } from "./stage-words.ts";

/** Shows the button until the run is moved for the first time, and not on a page that opens at another time. */
export function Invitation(): JSX.Element | null {
  const say = useWords();
  const { play } = useActions();
  const untouched = usePlaygroundState(
    ({ position, playing, past, paused }) =>
      position.timeMs === 0 && !playing && past.length === 0 && paused === null,
  );
  const underCard = usePlaygroundState(({ presenting }) => (presenting?.step ?? 0) > 0);
  const [taken, setTaken] = useState(false);
  if (!untouched && !taken) setTaken(true);
  if (taken || !untouched || underCard) return null;
  return (
    <button type="button" className={styles["invitation"]} onClick={play}>
      <PlayIcon />
      <span>{say(stageWords.invitation)}</span>
    </button>
  );
}
