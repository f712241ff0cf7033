/**
 * How long to wait before a retry: the formulas of the AWS simulator of backoff with jitter. With
 * e(n) = min(cap, base * 2^n) for the nth retry from 0.
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
   * The exact pause in ms before retry `retry` (from 0), after a pause of `lastMs` (the base at first).
   * What is waited are its whole ms.
   */
  pauseMs(limits: BackoffLimits, retry: number, lastMs: number, random: Random): number;
  /** The Kotlin expression of it, a Double; `retry` and `lastMs` are in scope. */
  kotlin(limits: BackoffLimits): string;
}

function backoff<const Value extends string>(spec: Backoff<Value>): Backoff<Value> {
  return spec;
}

function exponential({ baseMs, capMs }: BackoffLimits, retry: number): number {
  return Math.min(capMs, baseMs * 2 ** retry);
}

/** e(n) in Kotlin; a shift of a Long, which the bounds of the settings keep from overflowing. */
function kotlinExponential({ baseMs, capMs }: BackoffLimits): string {
  return `minOf(${capMs}L, ${baseMs}L shl retry)`;
}

export const backoffs = [
  backoff({
    value: "none",
    label: { ko: "곧바로 다시", en: "None: at once" },
    pauseMs: () => 0,
    kotlin: () => "0.0",
  }),
  backoff({
    value: "fixed",
    label: { ko: "늘 같은 간격", en: "Fixed" },
    pauseMs: ({ baseMs, capMs }) => Math.min(capMs, baseMs),
    kotlin: ({ baseMs, capMs }) => `${Math.min(capMs, baseMs)}.0`,
  }),
  backoff({
    value: "exponential",
    label: { ko: "지수 백오프", en: "Exponential" },
    pauseMs: exponential,
    kotlin: (limits) => `${kotlinExponential(limits)}.toDouble()`,
  }),
  backoff({
    value: "full",
    label: { ko: "지수 + 전체 지터", en: "Exponential, full jitter" },
    pauseMs: (limits, retry, _lastMs, random) => random.nextDouble() * exponential(limits, retry),
    kotlin: (limits) => `random.nextDouble() * ${kotlinExponential(limits)}`,
  }),
  backoff({
    value: "equal",
    label: { ko: "지수 + 절반 지터", en: "Exponential, equal jitter" },
    pauseMs: (limits, retry, _lastMs, random) =>
      (exponential(limits, retry) / 2) * (1 + random.nextDouble()),
    kotlin: (limits) => `${kotlinExponential(limits)} / 2.0 * (1 + random.nextDouble())`,
  }),
  backoff({
    value: "decorrelated",
    label: { ko: "직전 간격에 매인 지터", en: "Decorrelated jitter" },
    pauseMs: ({ baseMs, capMs }, _retry, lastMs, random) =>
      Math.min(capMs, baseMs + random.nextDouble() * (3 * lastMs - baseMs)),
    kotlin: ({ baseMs, capMs }) =>
      `minOf(${capMs}.0, ${baseMs} + random.nextDouble() * (3 * lastMs - ${baseMs}))`,
  }),
] as const;

/** The backoff of that name. */
export function backoffOf(value: (typeof backoffs)[number]["value"]): Backoff {
  return backoffs.find((other) => other.value === value) as Backoff;
}
