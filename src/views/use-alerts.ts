/** The alerts of a lane, as React sees them. */
import { type Alert, alertsOf, type Recording, thresholdsOf } from "../run/index.ts";
import { usePlaygroundState } from "./playground-context.ts";

/** Those that have begun by the play head, in order; the same list until something has changed. */
export function useAlerts(recording: Recording): readonly Alert[] {
  const thresholds = usePlaygroundState((state) => state.experiment.thresholds);
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  return alertsOf(recording, thresholdsOf(thresholds), timeMs);
}
