/** Figures of a run that several lessons read. */
import { firstWhere } from "../trace/index.ts";
import type { ClaimRun, OutputLine } from "./scenario.ts";

/** The lines of this name, in the order in which they were printed. */
export function linesOf(run: ClaimRun, name: string): OutputLine[] {
  return run.output().filter(({ line }) => line === name);
}

/** The times at which the lines of this name were printed, in ms. */
export function timesOf(run: ClaimRun, name: string): number[] {
  return linesOf(run, name).map(({ timeMs }) => timeMs);
}

/** The first number of each line of this name; -1 for a line without numbers. */
export function printed(run: ClaimRun, name: string): number[] {
  return linesOf(run, name).map(({ numbers }) => numbers[0] ?? -1);
}

/** The first number of each line of this name, with the time in ms at which it was printed: `8@500`. */
export function printedAt(run: ClaimRun, name: string): string[] {
  return linesOf(run, name).map(({ numbers, timeMs }) => `${numbers[0] ?? -1}@${timeMs}`);
}

/** How many elements the whole run made. */
export function made(run: ClaimRun): number {
  return run.countsAt(run.durationMs).made;
}

/** How many elements the whole run lost. */
export function lost(run: ClaimRun): number {
  return run.countsAt(run.durationMs).lost;
}

/** Whether fewer elements had been made by `untilMs` than there was time for: something held the producer. */
export function isSlowed(run: ClaimRun, untilMs: number): boolean {
  return run.countsAt(untilMs).made < Math.floor((untilMs * couldMakePerSec(run)) / 1_000);
}

/** How many elements per second the producer makes while nothing holds it. */
export function couldMakePerSec({ values }: ClaimRun): number {
  return (1_000 / Number(values["producerDelayMs"])) * Number(values["producerTimes"] ?? 1);
}

/** When `count` elements had been made, in ms; the length of the run if they never were. */
export function madeByMs(run: ClaimRun, count: number): number {
  return firstWhere(run.durationMs, (ms) => run.countsAt(ms).made >= count);
}

/** Whether each is larger than the one before. */
export function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? n));
}
