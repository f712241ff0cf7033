/** The alerts of a lane, as React sees them. */
import { useEffect, useState } from "react";
import { type Alert, alertsOf, type Recording, readMonitor, thresholdsOf } from "../run/index.ts";
import { ROWS_AT_ONCE } from "../store/index.ts";
import { usePlayground, usePlaygroundState } from "./playground-context.ts";

/** So many rows of a run are read at once: more of them are read a slice at a time, and its alerts shown then. */
const ROWS_WHILE_DRAWING = 10 * ROWS_AT_ONCE;

const NONE: readonly Alert[] = [];

/** Those that have begun by the play head, in order; the same list until something has changed. */
export function useAlerts(recording: Recording): readonly Alert[] {
  const playground = usePlayground();
  const thresholds = usePlaygroundState((state) => state.experiment.thresholds);
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  const [read, setRead] = useState<Recording | null>(null);
  const isRead = read === recording || readMonitor(recording, ROWS_WHILE_DRAWING);
  useEffect(() => {
    if (isRead) return;
    const step = () => readMonitor(recording, ROWS_AT_ONCE);
    return playground.inSlices(step, () => setRead(recording));
  }, [playground, recording, isRead]);
  return isRead ? alertsOf(recording, thresholdsOf(thresholds), timeMs) : NONE;
}
