/** Where the run pauses by itself: at the first loss, the first held send, the first trip. */
import type { JSX } from "react";
import type { Recording } from "../../../run/index.ts";
import { STOP_KINDS } from "../../../store/index.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./transport.module.css";
import { words } from "./words.ts";

export function StopsMenu(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const stops = usePlaygroundState((state) => state.stops);
  // Only a breaker trips.
  const hasBreaker = usePlaygroundState((state) => state.recordings.some(hasABreaker));
  const kinds = STOP_KINDS.filter((kind) => kind !== "trip" || hasBreaker);
  return (
    <fieldset className={styles["stops"]}>
      <legend>{say(words.stopAt)}</legend>
      {kinds.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={stops.has(kind)}
            onChange={(event) => actions.setStop(kind, event.target.checked)}
          />
          {say(words[kind])}
        </label>
      ))}
    </fieldset>
  );
}

function hasABreaker({ topology }: Recording): boolean {
  return topology.stations.some(({ kind }) => kind === "breaker");
}
