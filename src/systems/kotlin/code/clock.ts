/** Time in Kotlin: a clock that nobody sets. */

export const TIME_SOURCE = "kotlin.time.TimeSource";
export const MILLISECONDS = "kotlin.time.Duration.Companion.milliseconds";

/** A moment, to be told how long ago it is. */
export const NOW = "TimeSource.Monotonic.markNow()";

/** How many whole ms ago a moment is. */
export function elapsedMs(moment: string): string {
  return `${moment}.elapsedNow().inWholeMilliseconds`;
}
