/** Axes: round ends and round steps that change seldom, so that a chart stands still while it fills. */

export interface Axis {
  /** Where it ends; it begins at 0. */
  readonly max: number;
  readonly ticks: readonly number[];
}

const TIMES_MS = [5, 10, 20, 30, 60, 120, 300, 600].map((seconds) => seconds * 1000);
/** An axis is so much longer than the time it holds: names stand at its right end, clear of the play head. */
const WITH_ROOM = 1.2;
const TIME_STEPS_MS = [0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120].map((seconds) => seconds * 1000);
const MOST_TIME_STEPS = 6;

/** How much time an axis shows that has to hold `timeMs`, in a run of `durationMs`. */
export function niceSpan(timeMs: number, durationMs: number): number {
  const held = TIMES_MS.find((step) => timeMs <= step) ?? durationMs;
  return Math.min(held, durationMs) * WITH_ROOM;
}

/** The time that an axis holds: as far as the play head may be dragged on it, short of the room for names. */
export function heldBy(spanMs: number): number {
  return spanMs / WITH_ROOM;
}

export function timeAxis(spanMs: number): Axis {
  const step = TIME_STEPS_MS.find((ms) => spanMs / ms <= MOST_TIME_STEPS) ?? spanMs;
  return { max: spanMs, ticks: multiples(step, Math.floor(spanMs / step + 1e-9)) };
}

/** The multiples of `step` from 0 to `count` times it, free of the errors of a sum. */
export function multiples(step: number, count: number): number[] {
  // Ten digits are more than an axis shows, and fewer than a sum of tenths gets wrong.
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(10)));
}
