/** Adds a lane to compare with, and takes one away. */
import type { JSX } from "react";
import { MAX_LANES } from "../../store/index.ts";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./lane.module.css";
import { laneToolWords } from "./lane-tool-words.ts";

export function LaneTools({ lane }: { readonly lane: number }): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const lanes = usePlaygroundState((state) => state.recordings.length);
  return (
    <>
      {lane === lanes - 1 && lanes < MAX_LANES && (
        <button type="button" onClick={actions.addLane} title={say(laneToolWords.addHelp)}>
          + {say(laneToolWords.add)}
        </button>
      )}
      {lanes > 1 && (
        <button
          type="button"
          className={styles["remove"]}
          aria-label={say(laneToolWords.remove)}
          title={say(laneToolWords.remove)}
          onClick={() => actions.removeLane(lane)}
        >
          ×
        </button>
      )}
    </>
  );
}
