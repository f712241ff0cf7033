/** A hook for the alerts of a recording. */
import { useEffect, useState } from "react";
import { type Alert, alertsOf, type Recording, readMonitor, thresholdsOf } from "../run/index.ts";
import { ROWS_AT_ONCE } from "../store/index.ts";
import { usePlayground, usePlaygroundState } from "./playground-context.ts";

/** A run of up to this many rows is read at once; a longer one is read in slices, and its alerts appear after that. */
const ROWS_WHILE_DRAWING = 5 * ROWS_AT_ONCE;

const NONE: readonly Alert[] = [];

/** The alerts that have begun by the play head, in order; the same array until something changes. */
export function useAlerts(recording: Recording): readonly Alert[] {
  const playground = usePlayground();
  const thresholds = usePlaygroundState((state) => state.experiment.thresholds);
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  const [read, setRead] = useState<Recording | null>(null);
  const isShort = recording.trace.length <= ROWS_WHILE_DRAWING;
  const isRead = read === recording || readMonitor(recording, isShort ? ROWS_WHILE_DRAWING : 0);
  useEffect(() => {
    if (isRead) return;
    const step = () => readMonitor(recording, ROWS_AT_ONCE);
    return playground.inSlices(step, () => setRead(recording));
  }, [playground, recording, isRead]);
  return isRead ? alertsOf(recording, thresholdsOf(thresholds), timeMs) : NONE;
}
