/**
 * Returns the most events in any window of `windowMs`. A window includes its start and excludes its end. `timesMs`
 * must be in ascending order.
 */
export function busiestWindow(timesMs: readonly number[], windowMs: number): number {
  let most = 0;
  let first = 0;
  for (const [last, timeMs] of timesMs.entries()) {
    while ((timesMs[first] as number) <= timeMs - windowMs) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
