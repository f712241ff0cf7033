/** The rhythms in which elements are made. All have the same average rate. */

import type { Text } from "../i18n/index.ts";
import type { Random } from "../kernel/index.ts";

/** The settings on which a rhythm depends. */
export interface RhythmValues {
  readonly producerDelayMs: number;
  readonly jitterPercent: number;
  readonly burstSize: number;
}

export interface Rhythm<Value extends string = string> {
  readonly value: Value;
  readonly label: Text;
  /** Returns the exact pause in ms after element number `made`, counted from 1. */
  pauseMs(values: RhythmValues, random: Random, made: number): number;
}

function rhythm<const Value extends string>(spec: Rhythm<Value>): Rhythm<Value> {
  return spec;
}

export const rhythms = [
  rhythm({
    value: "steady",
    label: { ko: "일정하게", en: "Steady" },
    pauseMs: ({ producerDelayMs }) => producerDelayMs,
  }),
  rhythm({
    value: "jitter",
    label: { ko: "조금씩 불규칙하게", en: "Steady with jitter" },
    pauseMs: ({ producerDelayMs, jitterPercent }, random) =>
      producerDelayMs * (1 + (jitterPercent / 100) * (2 * random.nextDouble() - 1)),
  }),
  rhythm({
    value: "bursts",
    label: { ko: "몰아서 한꺼번에", en: "Bursts" },
    pauseMs: ({ producerDelayMs, burstSize }, _random, made) =>
      made % burstSize === 0 ? producerDelayMs * burstSize : 0,
  }),
  rhythm({
    value: "poisson",
    label: { ko: "무작위(푸아송)", en: "Random (Poisson)" },
    pauseMs: ({ producerDelayMs }, random) => random.nextExponential(producerDelayMs),
  }),
] as const;
