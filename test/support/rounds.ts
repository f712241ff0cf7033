/** How many random runs test a law: all of them with `ROUNDS=long`, fewer otherwise. */
import process from "node:process";

const { ROUNDS: given = "short" } = process.env;
if (given !== "short" && given !== "long") throw new Error(`ROUNDS is ${given}: short or long?`);

/** Whether every law is tested with all of its random runs. */
export const LONG_ROUNDS = given === "long";

/** The number of runs for a law that names none: fast-check's default. */
export const USUAL_ROUNDS = 100;

/**
 * The `numRuns` of a law: `long` in `npm run check`, otherwise `short`, which defaults to a third of `long`, and to at
 * least 1.
 */
export function rounds(long: number, short = Math.max(1, Math.ceil(long / 3))): number {
  return LONG_ROUNDS ? long : short;
}
