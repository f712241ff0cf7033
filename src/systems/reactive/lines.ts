/** What the programs of RxJava and Reactor print. */

/** The lines that all the programs print. */
export const LINES = { requested: "request {0}", done: "done {0}", completed: "complete" } as const;

/** Long.MAX_VALUE as it is printed: a request for everything, for which a row holds -1. */
const LONG_MAX = "9223372036854775807";

/** Returns the numbers of a line as the program prints them. */
export function spellRequests(line: string, numbers: readonly number[]): readonly string[] {
  return numbers.map((n) => (line === "requested" && n < 0 ? LONG_MAX : String(n)));
}
