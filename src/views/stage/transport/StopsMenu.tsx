/** The choice of where the run pauses by itself: at the first loss, the first pressure, the first trip. */
import type { JSX } from "react";
import type { Text } from "../../../i18n/index.ts";
import type { Recording } from "../../../run/index.ts";
import { STOP_KINDS, type StopKind } from "../../../store/index.ts";
import { wordsOf } from "../../../systems/index.ts";
import { useActions, usePlaygroundState, useWords } from "../../playground-context.ts";
import styles from "./transport.module.css";
import { words } from "./words.ts";

export function StopsMenu(): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const stops = usePlaygroundState((state) => state.stops);
  const recordings = usePlaygroundState((state) => state.recordings);
  const pressure = recordings.flatMap(({ strategy }) => wordsOf(strategy).pressure ?? []);
  const texts: Readonly<Record<StopKind, Text | undefined>> = {
    drop: words.drop,
    // Each system has its own word for pressure, and only a breaker trips.
    suspension: pressure[0]?.stop,
    trip: recordings.some(hasABreaker) ? words.trip : undefined,
  };
  return (
    <fieldset className={styles["stops"]}>
      <legend>{say(words.stopAt)}</legend>
      {STOP_KINDS.map((kind) => {
        const text = texts[kind];
        return text === undefined ? null : (
          <label key={kind}>
            <input
              type="checkbox"
              checked={stops.has(kind)}
              onChange={(event) => actions.setStop(kind, event.target.checked)}
            />
            <span>{say(text)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

function hasABreaker({ topology }: Recording): boolean {
  return topology.stations.some(({ kind }) => kind === "breaker");
}
