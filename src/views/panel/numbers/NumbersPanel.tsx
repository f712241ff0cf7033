/** The numbers of the run at the play head: figures, thresholds and alerts, and the history as a table. */
import type { JSX } from "react";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import { useMonitors } from "../../use-monitors.ts";
import { AlertList } from "./AlertList.tsx";
import { FiguresTable } from "./FiguresTable.tsx";
import styles from "./numbers.module.css";
import { numbersWords } from "./numbers-words.ts";
import { RunHistory } from "./RunHistory.tsx";
import { ThresholdFields } from "./ThresholdFields.tsx";

export function NumbersPanel(): JSX.Element {
  const recordings = usePlaygroundState((state) => state.recordings);
  const say = useWords();
  // Everything below is read off the monitors.
  if (!useMonitors(recordings)) return <p role="status">{say(numbersWords.reading)}</p>;
  return (
    <div className={styles["numbers"]}>
      <div className={styles["side"]}>
        <ThresholdFields recordings={recordings} />
        <AlertList recordings={recordings} />
      </div>
      <FiguresTable recordings={recordings} />
      <RunHistory recordings={recordings} />
    </div>
  );
}
