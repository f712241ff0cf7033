/** How the work of elements is spread around its average. */

import type { Text } from "../i18n/index.ts";
import type { Random } from "../kernel/index.ts";

export interface ServiceLaw<Value extends string = string> {
  readonly value: Value;
  readonly label: Text;
  /** Draws the work of one element, as a multiple of the average. */
  drawWork(random: Random): number;
  readonly kotlin: {
    /** The Kotlin expression that draws it, or null where every element is the same. */
    readonly drawWork: string | null;
    /** The Kotlin line that works on `element`; `work` holds what was drawn for each. */
    serve(consumerDelayMs: number): string;
  };
}

function serviceLaw<const Value extends string>(spec: ServiceLaw<Value>): ServiceLaw<Value> {
  return spec;
}

export const serviceLaws = [
  serviceLaw({
    value: "constant",
    label: { ko: "늘 같음", en: "Constant" },
    drawWork: () => 1,
    kotlin: { drawWork: null, serve: (consumerDelayMs) => `delay(${consumerDelayMs})` },
  }),
  serviceLaw({
    value: "exponential",
    label: { ko: "지수 분포", en: "Exponential" },
    drawWork: (random) => random.nextExponential(1),
    kotlin: {
      drawWork: "-ln(1 - random.nextDouble())",
      serve: (consumerDelayMs) => `delay(services.next(work[element] * ${consumerDelayMs}))`,
    },
  }),
] as const;
