/** The backoffs in Kotlin, by their ids. */
import type { BackoffId, BackoffLimits } from "../programs/backoffs.ts";

/** The exponential backoff of retry `retry`; a shift of a Long, which the bounds of the settings keep from overflowing. */
function exponential({ baseMs, capMs }: BackoffLimits): string {
  return `minOf(${capMs}L, ${baseMs}L shl retry)`;
}

const EXPRESSIONS: Readonly<Record<BackoffId, (limits: BackoffLimits) => string>> = {
  none: () => "0.0",
  fixed: ({ baseMs, capMs }) => `${Math.min(capMs, baseMs)}.0`,
  exponential: (limits) => `${exponential(limits)}.toDouble()`,
  full: (limits) => `random.nextDouble() * ${exponential(limits)}`,
  equal: (limits) => `${exponential(limits)} / 2.0 * (1 + random.nextDouble())`,
  decorrelated: ({ baseMs, capMs }) =>
    `minOf(${capMs}.0, ${baseMs} + random.nextDouble() * (3 * lastMs - ${baseMs}))`,
};

/** The expression of the pause before a retry, a Double of ms; `random`, `retry` and `lastMs` are in scope. */
export function backoffExpression(backoff: BackoffId, limits: BackoffLimits): string {
  return EXPRESSIONS[backoff](limits);
}
