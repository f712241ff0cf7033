/**
 * The pauses before retries, by the formulas of the AWS simulator of backoff with jitter. The exponential ones are
 * based on e(n) = min(cap, base * 2^n) for retry n, counted from 0.
 */

import type { Text } from "../../../i18n/index.ts";
import type { Random } from "../../../kernel/index.ts";

export interface BackoffLimits {
  readonly baseMs: number;
  readonly capMs: number;
}

export interface Backoff<Value extends string = string> {
  readonly value: Value;
  readonly label: Text;
  /**
   * Returns the exact pause in ms before retry `retry` (from 0), after a pause of `lastMs` (the base at first).
   * The program waits for its whole ms.
   */
  pauseMs(limits: BackoffLimits, retry: number, lastMs: number, random: Random): number;
}

function backoff<const Value extends string>(spec: Backoff<Value>): Backoff<Value> {
  return spec;
}

function exponential({ baseMs, capMs }: BackoffLimits, retry: number): number {
  return Math.min(capMs, baseMs * 2 ** retry);
}

export const backoffs = [
  backoff({
    value: "none",
    label: { ko: "곧바로 다시", en: "None: immediately" },
    pauseMs: () => 0,
  }),
  backoff({
    value: "fixed",
    label: { ko: "늘 같은 간격", en: "Fixed" },
    pauseMs: ({ baseMs, capMs }) => Math.min(capMs, baseMs),
  }),
  backoff({
    value: "exponential",
    label: { ko: "지수 백오프", en: "Exponential" },
    pauseMs: exponential,
  }),
  backoff({
    value: "full",
    label: { ko: "지수 + 전체 지터", en: "Exponential, full jitter" },
    pauseMs: (limits, retry, _lastMs, random) => random.nextDouble() * exponential(limits, retry),
  }),
  backoff({
    value: "equal",
    label: { ko: "지수 + 절반 지터", en: "Exponential, equal jitter" },
    pauseMs: (limits, retry, _lastMs, random) =>
      (exponential(limits, retry) / 2) * (1 + random.nextDouble()),
  }),
  backoff({
    value: "decorrelated",
    label: { ko: "비상관 지터(decorrelated)", en: "Decorrelated jitter" },
    pauseMs: ({ baseMs, capMs }, _retry, lastMs, random) =>
      Math.min(capMs, baseMs + random.nextDouble() * (3 * lastMs - baseMs)),
  }),
] as const;

export type BackoffId = (typeof backoffs)[number]["value"];

/** Returns the backoff of that name. */
export function backoffOf(value: BackoffId): Backoff {
  return backoffs.find((other) => other.value === value) as Backoff;
}
