/**
 * When the body of `main` ends in a program that outlives it: a reader takes the `delay(5000)` at the end of main for
 * the end of the program, but its coroutines keep running.
 */
import type { Recording } from "./recording.ts";

/** In ms; null if main has no such delay, if the program ends with it, or if the run is not recorded that far. */
export function bodyEndMsOf({
  startValues,
  recordedMs,
  lastMs,
}: Pick<Recording, "startValues" | "recordedMs" | "lastMs">): number | null {
  const bodyMs = startValues["bodyMs"];
  return typeof bodyMs === "number" && bodyMs < Math.min(recordedMs, lastMs) ? bodyMs : null;
}
