/** What several lessons read off a run. */
import type { ClaimRun } from "./scenario.ts";

/** The first numbers of the lines of that name, in the order in which they were printed. */
export function printed(run: ClaimRun, name: string): number[] {
  return run.output().flatMap(({ line, numbers }) => (line === name ? [numbers[0] ?? -1] : []));
}

/** The same, each with the time at which it was printed: `8@500`. */
export function printedAt(run: ClaimRun, name: string): string[] {
  return run
    .output()
    .flatMap(({ line, numbers, timeMs }) =>
      line === name ? [`${numbers[0] ?? -1}@${timeMs}`] : [],
    );
}

/** How many elements the whole run made. */
export function made(run: ClaimRun): number {
  return run.countsAt(run.durationMs).produced;
}

/** How many it lost. */
export function lost(run: ClaimRun): number {
  return run.countsAt(run.durationMs).lost;
}

/** When `count` elements had been made, in ms; the length of the run if they never were. */
export function madeByMs(run: ClaimRun, count: number): number {
  let [low, high] = [0, run.durationMs];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (run.countsAt(middle).produced < count) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether each is larger than the one before. */
export function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? n));
}
