/** The strips that can stand under the picture, on the axis of time. What each draws is a matter of the page. */

/** In the order of the choice: curves first, then what shows more than a number. */
export const STRIP_IDS = [
  "depth",
  "throughput",
  "losses",
  "loss-rate",
  "waits",
  "memory",
  "demand",
  "ladder",
  "staircase",
  "shares",
  "attempts",
  "arrived",
  "breaker",
] as const;

export type StripId = (typeof STRIP_IDS)[number];

/** No more stand on a stage at once. */
export const MAX_STRIPS = 3;

/** What a scenario shows that names none. */
export const PLAIN_STRIPS: readonly StripId[] = ["depth", "throughput"];

/** Whether a text (from a link, say) is the id of a strip. */
export function isStripId(text: string): text is StripId {
  return STRIP_IDS.some((id) => id === text);
}
