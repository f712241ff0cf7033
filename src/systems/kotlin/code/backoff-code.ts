/** The backoffs as Kotlin expressions, by their ids. */
import type { BackoffId, BackoffLimits } from "../programs/backoffs.ts";

/** The exponential backoff of retry `retry`: a shifted Long, which can't overflow within the bounds of the settings. */
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

/** Returns an expression for the pause before a retry, a Double in ms. It uses `random`, `retry` and `lastMs`. */
export function backoffExpression(backoff: BackoffId, limits: BackoffLimits): string {
  return EXPRESSIONS[backoff](limits);
}
