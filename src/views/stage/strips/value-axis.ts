/** The axis of values of a strip: its end and its steps. */
import { type Axis, multiples } from "../axis.ts";

const MOST_VALUE_STEPS = 4;

/** An axis that holds `value`, with at most four steps of 1, 2 or 5 (whole ones, for counts). */
export function valueAxis(value: number, counts: boolean): Axis {
  const rough = Math.max(value, Number.MIN_VALUE) / MOST_VALUE_STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 5, 10].find((factor) => rough <= factor * power * (1 + 1e-9)) ?? 10;
  const step = counts ? Math.max(1, nice * power) : nice * power;
  const steps = Math.max(1, Math.ceil(value / step - 1e-9));
  const ticks = multiples(step, steps);
  return { max: ticks.at(-1) ?? step, ticks };
}
