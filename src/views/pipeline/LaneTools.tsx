/** Adds a lane to compare with, and takes one away. */
import type { JSX } from "react";
import { formatCount } from "../../i18n/index.ts";
import { laneOf, MAX_LANES } from "../../store/index.ts";
import { strategyOf } from "../../systems/index.ts";
import { useActions, usePlaygroundState, useWords } from "../playground-context.ts";
import styles from "./lane.module.css";
import { laneToolWords } from "./lane-tool-words.ts";

export function LaneTools({ lane }: { readonly lane: number }): JSX.Element {
  const say = useWords();
  const actions = useActions();
  const lanes = usePlaygroundState((state) => state.recordings.length);
  const own = useOwnValues(lane);
  return (
    <>
      {lanes > 1 && own !== "" && (
        <small className={styles["own"]} title={own}>
          {own}
        </small>
      )}
      {lane === lanes - 1 && lanes < MAX_LANES && (
        <button type="button" onClick={actions.addLane} title={say(laneToolWords.addHelp)}>
          {`+ ${say(laneToolWords.add)}`}
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

/** What a lane has set for itself, so that lanes of one strategy can be told apart. */
function useOwnValues(lane: number): string {
  const say = useWords();
  const language = usePlaygroundState((state) => state.preferences.language);
  const own = usePlaygroundState((state) => laneOf(state.experiment, lane));
  return strategyOf(own.strategy)
    .params.flatMap((param) => {
      const value = own.values[param.key];
      if (value === undefined) return [];
      const shown =
        param.kind === "choice"
          ? say(param.choices.find((choice) => choice.value === value)?.label ?? param.label)
          : typeof value === "number"
            ? formatCount(value, language)
            : String(value);
      return [`${say(param.label)}: ${shown}`];
    })
    .join(" · ");
}
