/** The menu of a lane: name it, duplicate it, move it, remove it. */
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
  const item = (label: string, act: () => void, possible: boolean, close: () => void) => (
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
        <div className={styles["items"]}>
          <NameField lane={lane} onDone={close} />
          {item(
            say(laneToolWords.duplicate),
            () => actions.duplicateLane(lane),
            lanes < MAX_LANES,
            close,
          )}
          {item(say(laneToolWords.up), () => actions.moveLane(lane, -1), lane > 0, close)}
          {item(say(laneToolWords.down), () => actions.moveLane(lane, 1), lane < lanes - 1, close)}
          {item(
            say(laneToolWords.remove),
            () => actions.removeLane(lane),
            lanes > 1,
            () => {
              close();
              // The menu disappears with its lane, so the focus moves to the picture.
              document.getElementById("picture")?.focus();
            },
          )}
        </div>
      )}
    </Menu>
  );
}

/** The name is applied with Enter, or when the field loses the focus; Escape leaves it as it was. */
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
