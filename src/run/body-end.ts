/**
 * When the body of `main` ends in a program that goes on after it: `delay(5000)` at the end of main is read as the end of
 * the program, but its coroutines run on.
 */
import type { Recording } from "./recording.ts";

/** In ms; null where main's body has no such delay, the program ends with it, or the run is not recorded so far. */
export function bodyEndMsOf({
  startValues,
  recordedMs,
  lastMs,
}: Pick<Recording, "startValues" | "recordedMs" | "lastMs">): number | null {
  const bodyMs = startValues["bodyMs"];
  return typeof bodyMs === "number" && bodyMs < Math.min(recordedMs, lastMs) ? bodyMs : null;
}
