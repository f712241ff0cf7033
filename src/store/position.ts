/** A place in a run. */

/** Where the play head stands: a time, and within its instant a number of rows (null: all of them). */
export interface Position {
  readonly timeMs: number;
  readonly rows: number | null;
}

export const START: Position = { timeMs: 0, rows: null };
