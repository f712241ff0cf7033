/** Random settings of a strategy that keep its runs short. */
import type { Random } from "../../../src/kernel/index.ts";
import { clampParam, type Param, type ParamValue, type Values } from "../../../src/params/index.ts";

/** The ranges of settings that would otherwise make runs long. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  durationS: [1, 5],
  count: [1, 60],
};

/** Returns random values of `params`. */
export function randomValues(params: readonly Param[], random: Random): Values {
  const values: Record<string, ParamValue> = {};
  for (const param of params) values[param.key] = clampParam(param, randomValue(param, random));
  const endless = values["count"] === undefined || random.nextInt(4) === 0;
  if (!endless) return values;
  // An endless producer without a pause would never let anything else run.
  if ("count" in values) values["count"] = 0;
  if (values["producerDelayMs"] === 0) values["producerDelayMs"] = 1;
  return values;
}

function randomValue(param: Param, random: Random): ParamValue {
  switch (param.kind) {
    case "choice":
      return param.choices[random.nextInt(param.choices.length)]?.value ?? param.default;
    case "int": {
      const [low, high] = RANGES[param.key] ?? [param.min, highest(param, random)];
      return low + random.nextInt(high - low + 1);
    }
  }
}

/** Returns the upper end of a random range. Half are small, to cover edge cases; the others lie around the default. */
function highest(param: Extract<Param, { kind: "int" }>, random: Random): number {
  const small = param.unit === "ms" ? 40 : 4;
  const most = random.nextInt(2) === 0 ? param.min + small : 2 * Math.max(param.default, small);
  return Math.max(param.min, Math.min(param.max, most));
}
