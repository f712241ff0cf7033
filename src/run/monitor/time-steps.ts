/** The steps of time that a monitor samples at: as many as the buckets of a history. */
import type { Watched } from "./monitor.ts";

export const STEPS = 1200;

/** The step that a time lies in; `STEPS` at the end of the run. Whole ms fall into the right one. */
export function stepOf(timeMs: number, durationMs: number): number {
  return Math.min(STEPS, Math.floor((Math.floor(timeMs) * STEPS) / durationMs));
}

/** When a step is over: the first whole ms after it, but no later than the end of the run. */
export function stepEndMs(
  step: number,
  { durationMs, lastMs }: Pick<Watched, "durationMs" | "lastMs">,
): number {
  return Math.min(lastMs, Math.ceil(((step + 1) * durationMs) / STEPS));
}

/** How many steps are over at a time: where the run has ended, the last one is too. */
export function stepsOver(recording: Omit<Watched, "workerStartsMs">, timeMs: number): number {
  const { durationMs, recordedMs, end } = recording;
  const knownMs = Math.min(timeMs, recordedMs);
  if (knownMs < 0) return 0;
  if (end === null || knownMs < end.atMs) return stepOf(knownMs, durationMs);
  return Math.min(STEPS, stepOf(end.atMs, durationMs) + 1);
}
