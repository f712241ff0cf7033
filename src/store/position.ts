/** A place in a run. */

/** The position of the play head: a time, and the number of rows shown of its instant (null: all of them). */
export interface Position {
  readonly timeMs: number;
  readonly rows: number | null;
}

export const START: Position = { timeMs: 0, rows: null };
