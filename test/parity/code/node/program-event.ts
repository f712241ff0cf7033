/**
 * What a program on streams does, as seen from outside, in the same form for the page's run and for the real Node's:
 * [virtual ms, where, what, of which].
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
 * `prints`: a line is printed. `sleeps`: a timer of so many ms begins. `write` and `push`: an element enters a stream.
 * `false`: the stream's answer, unless the last one was false too. `drain`, `pause` and `resume`: the stream's events.
 */
type What = "prints" | "sleeps" | "write" | "push" | "false" | "drain" | "pause" | "resume";

export interface ProgramRun {
  readonly events: readonly ProgramEvent[];
  /** Whether something was still to happen at the end of the run. */
  readonly goesOn: boolean;
  /** The error with which the program ended, or null. */
  readonly error: string | null;
}
