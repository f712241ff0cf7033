/** Axes with round steps that seldom change, so that a chart stands still while it fills. */

export interface Axis {
  /** Its end; it begins at 0. */
  readonly max: number;
  readonly ticks: readonly number[];
}

const TIME_STEPS_MS = [0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120].map((seconds) => seconds * 1000);
const MOST_TIME_STEPS = 6;

export function timeAxis(spanMs: number): Axis {
  const step = TIME_STEPS_MS.find((ms) => spanMs / ms <= MOST_TIME_STEPS) ?? spanMs;
  return { max: spanMs, ticks: multiples(step, Math.floor(spanMs / step + 1e-9)) };
}

/** The multiples of `step` from 0 to `count` times `step`, free of rounding errors. */
export function multiples(step: number, count: number): number[] {
  // Ten digits are more than an axis shows, and few enough to round the error away.
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(10)));
}
