/** Where a replay first differs from its recording. */
export interface Difference {
  readonly index: number;
  readonly recorded: string;
  readonly replayed: string;
}

/** Compares entry for entry. Returns the first difference, or null if there is none. */
export function firstDifference(
  recorded: readonly unknown[],
  replayed: readonly unknown[],
): Difference | null {
  const length = Math.max(recorded.length, replayed.length);
  for (let index = 0; index < length; index++) {
    const expected = index < recorded.length ? JSON.stringify(recorded[index]) : "(nothing more)";
    const actual = index < replayed.length ? JSON.stringify(replayed[index]) : "(nothing more)";
    if (expected !== actual) return { index, recorded: expected, replayed: actual };
  }
  return null;
}
