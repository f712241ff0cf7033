/** What a new reader sees first: one button over the picture, and something moves when it is pressed. */
import { type JSX, useState } from "react";
import { PlayIcon } from "../kit/icons.tsx";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./stage.module.css";
import { stageWords } from "./stage-words.ts";

/** There until the run has been moved for the first time; a page that stands somewhere else needs none. */
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
