/** A hook for the alerts of a recording. */
import { useMemo } from "react";
import { type Alert, alertsOf, type Recording, thresholdsOf } from "../run/index.ts";
import { usePlaygroundState } from "./playground-context.ts";
import { useMonitors } from "./use-monitors.ts";

const NONE: readonly Alert[] = [];

/**
 * The alerts that have begun by the play head, in order; the same array until something changes. Those of a long run
 * appear once its monitor has read it.
 */
export function useAlerts(recording: Recording): readonly Alert[] {
  const thresholds = usePlaygroundState((state) => state.experiment.thresholds);
  const timeMs = usePlaygroundState((state) => state.position.timeMs);
  const isRead = useMonitors(useMemo(() => [recording], [recording]));
  return isRead ? alertsOf(recording, thresholdsOf(thresholds), timeMs) : NONE;
}
