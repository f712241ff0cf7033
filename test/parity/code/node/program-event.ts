/**
 * What a program on streams does, as it can be seen from outside of it, told the same way for the page's run and for
 * the real Node's: [virtual ms, where, what, of which].
 *
 * `where` is the stream: `readable`, `transform 1`, `transform 2`, `writable`; or `program`.
 */
export type ProgramEvent = readonly [
  timeMs: number,
  where: string,
  what: What,
  which: number | string | null,
];

/**
 * `prints` a line; `sleeps` so many ms, by whichever timer; `write` and `push` of an element into a stream, and the
 * answer `false` where the last was another; `drain`, `pause`, `resume`: the stream says so.
 */
type What = "prints" | "sleeps" | "write" | "push" | "false" | "drain" | "pause" | "resume";

export interface ProgramRun {
  readonly events: readonly ProgramEvent[];
  /** Whether something was still to come at the end of the run. */
  readonly goesOn: boolean;
  /** The error that it ended with; null if there was none. */
  readonly error: string | null;
}
