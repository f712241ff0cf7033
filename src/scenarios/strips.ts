/** The strips that can stand under the picture, on the time axis. What each of them draws is up to the page. */

/** In the order in which they are offered: curves first, then the strips that draw more than a number over time. */
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

/** The most strips that a stage shows at once. */
export const MAX_STRIPS = 3;

/** The strips of a scenario that names none. */
export const PLAIN_STRIPS: readonly StripId[] = ["depth", "throughput"];

/** Whether a text (from a link, say) is the id of a strip. */
export function isStripId(text: string): text is StripId {
  return STRIP_IDS.some((id) => id === text);
}
