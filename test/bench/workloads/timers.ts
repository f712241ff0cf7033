import type { Workload } from "./workload.ts";

export const COROUTINES = 10_000;

/** Coroutine `i` loops `delay(periodMs(i))`. */
export function periodMs(i: number): number {
  return 500 + (i % 1000);
}

/** W4: 10,000 coroutines, each looping its own delay, for `size` ms; the check value is the wake-ups. */
export const TIMERS: Workload = {
  id: "W4",
  title: "10,000 coroutines looping delay",
  event: "timer",
  size: 91_000.5,
  events: wakeUps,
  expected: wakeUps,
  goalToAsync: 2.8,
  goalToFastest: 2,
};

function wakeUps(size: number): number {
  let sum = 0;
  for (let i = 0; i < COROUTINES; i++) sum += Math.floor(size / periodMs(i));
  return sum;
}
