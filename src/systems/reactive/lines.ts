/** What the programs of RxJava and Reactor print. */

/** The lines that all of them have. */
export const LINES = { requested: "request {0}", done: "done {0}", completed: "complete" } as const;

/** Long.MAX_VALUE as it is printed: asked for without bound. A row holds -1 for it. */
const LONG_MAX = "9223372036854775807";

/** Spells the numbers of a line. */
export function spellRequests(line: string, numbers: readonly number[]): readonly string[] {
  return numbers.map((n) => (line === "requested" && n < 0 ? LONG_MAX : String(n)));
}
