/** A hook that has the monitors of recordings read them, so that no long run is read while React draws. */
import { useEffect, useState } from "react";
import { type Recording, readMonitor } from "../run/index.ts";
import { ROWS_AT_ONCE } from "../store/index.ts";
import { usePlayground } from "./playground-context.ts";

/** A run of up to this many rows is read at once; a longer one is read in slices. */
const ROWS_WHILE_DRAWING = 5 * ROWS_AT_ONCE;

/**
 * Returns whether the monitors have read all of `recordings`, and draws the component again once they have. From then
 * on they grow with the runs. Another array counts as other recordings.
 */
export function useMonitors(recordings: readonly Recording[]): boolean {
  const playground = usePlayground();
  const [read, setRead] = useState<readonly Recording[] | null>(null);
  const isRead = read === recordings || recordings.every(readWhileDrawing);
  useEffect(() => {
    if (isRead) return;
    const step = () => recordings.every((recording) => readMonitor(recording, ROWS_AT_ONCE));
    return playground.inSlices(step, () => setRead(recordings));
  }, [playground, recordings, isRead]);
  return isRead;
}

function readWhileDrawing(recording: Recording): boolean {
  const isShort = recording.trace.length <= ROWS_WHILE_DRAWING;
  return readMonitor(recording, isShort ? ROWS_WHILE_DRAWING : 0);
}
