/** What can be done with a lane: name it, put it elsewhere, have it twice, take it away. */
import { type JSX, useId, useState } from "react";
import { laneOf, MAX_LANE_NAME, MAX_LANES } from "../../../store/index.ts";
import { MoreIcon } from "../../kit/icons.tsx";
import { Menu } from "../../kit/Menu.tsx";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./lane.module.css";
import { laneToolWords } from "./lane-tool-words.ts";

export function LaneMenu({ lane }: { readonly lane: number }): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const lanes = usePlaygroundState((state) => state.recordings.length);
  const deed = (label: string, act: () => void, possible: boolean, close: () => void) => (
    <button
      type="button"
      disabled={!possible}
      onClick={() => {
        act();
        close();
      }}
    >
      {label}
    </button>
  );
  return (
    <Menu label={say(laneToolWords.menu)} icon={<MoreIcon />} className={styles["menu"]} rightwards>
      {(close) => (
        <div className={styles["deeds"]}>
          <NameField lane={lane} onDone={close} />
          {deed(
            say(laneToolWords.duplicate),
            () => actions.duplicateLane(lane),
            lanes < MAX_LANES,
            close,
          )}
          {deed(say(laneToolWords.up), () => actions.moveLane(lane, -1), lane > 0, close)}
          {deed(say(laneToolWords.down), () => actions.moveLane(lane, 1), lane < lanes - 1, close)}
          {deed(
            say(laneToolWords.remove),
            () => actions.removeLane(lane),
            lanes > 1,
            () => {
              close();
              // The lane goes away with its menu: the reader goes on at the picture.
              document.getElementById("picture")?.focus();
            },
          )}
        </div>
      )}
    </Menu>
  );
}

/** Taken when it is left, or with Enter; Escape leaves the name as it was. */
function NameField({ lane, onDone }: { readonly lane: number; onDone(): void }): JSX.Element {
  const say = useWords();
  const { nameLane } = useActions();
  const name = usePlaygroundState((state) => laneOf(state.experiment, lane).name) ?? "";
  const [typed, setTyped] = useState(name);
  const id = useId();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        nameLane(lane, typed);
        onDone();
      }}
    >
      <label htmlFor={id}>{say(laneToolWords.name)}</label>
      <input
        id={id}
        autoComplete="off"
        maxLength={MAX_LANE_NAME}
        size={MAX_LANE_NAME}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => nameLane(lane, typed)}
      />
    </form>
  );
}
