/** The distributions of an element's work around the average. */

import type { Text } from "../i18n/index.ts";
import type { Random } from "../kernel/index.ts";

export interface ServiceLaw<Value extends string = string> {
  readonly value: Value;
  readonly label: Text;
  /** Draws the work of one element, as a multiple of the average. */
  drawWork(random: Random): number;
}

function serviceLaw<const Value extends string>(spec: ServiceLaw<Value>): ServiceLaw<Value> {
  return spec;
}

export const serviceLaws = [
  serviceLaw({
    value: "constant",
    label: { ko: "늘 같음", en: "Constant" },
    drawWork: () => 1,
  }),
  serviceLaw({
    value: "exponential",
    label: { ko: "지수 분포", en: "Exponential" },
    drawWork: (random) => random.nextExponential(1),
  }),
] as const;
