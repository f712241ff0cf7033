/** Time in Kotlin programs: a monotonic clock. */

export const TIME_SOURCE = "kotlin.time.TimeSource";
export const MILLISECONDS = "kotlin.time.Duration.Companion.milliseconds";

/** The expression of a moment from which elapsed time is measured. */
export const NOW = "TimeSource.Monotonic.markNow()";

/** Returns the expression of the whole ms since a moment. */
export function elapsedMs(moment: string): string {
  return `${moment}.elapsedNow().inWholeMilliseconds`;
}
