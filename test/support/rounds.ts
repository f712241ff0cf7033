/** How many random runs put a law to the test: all of them with `ROUNDS=long`, fewer otherwise. */
import process from "node:process";

const { ROUNDS: given = "short" } = process.env;
if (given !== "short" && given !== "long") throw new Error(`ROUNDS is ${given}: short or long?`);

/** Whether every law is put to all of its random runs. */
export const LONG_ROUNDS = given === "long";

/** What fast-check does where a law names no number. */
export const USUAL_ROUNDS = 100;

/**
 * The `numRuns` of a law that takes `long` random runs in `npm run check`; otherwise `short`, which is a third of
 * them, at least 1, where it is not given.
 */
export function rounds(long: number, short = Math.max(1, Math.ceil(long / 3))): number {
  return LONG_ROUNDS ? long : short;
}
