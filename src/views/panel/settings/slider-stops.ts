/** The values at which a slider stops: every value of a short range, and round ones of a long range. */
import type { IntParam } from "../../../params/index.ts";

const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
const SHORT_RANGE = 100;

export function sliderStops({ min, max, scale }: IntParam): readonly number[] {
  if (scale === "linear" || max - min <= 20) {
    const step = Math.max(1, Math.ceil((max - min) / SHORT_RANGE));
    const stops: number[] = [];
    for (let value = min; value < max; value += step) stops.push(value);
    return [...stops, max];
  }
  const stops = new Set<number>([min, max]);
  for (let value = Math.max(min, 1); value < 10; value++) stops.add(value);
  for (let decade = 10; decade <= max; decade *= 10) {
    for (const factor of ROUND) {
      const value = Math.round(decade * factor);
      if (value > min && value < max) stops.add(value);
    }
  }
  return [...stops].sort((a, b) => a - b);
}

/** The index of the stop nearest to a value. */
export function nearestStop(stops: readonly number[], value: number): number {
  let best = 0;
  stops.forEach((stop, index) => {
    if (Math.abs(stop - value) < Math.abs((stops[best] as number) - value)) best = index;
  });
  return best;
}
