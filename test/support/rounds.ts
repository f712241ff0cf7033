/** How often properties are put to the test: short rounds for `npm test`, long ones for `npm run check`. */
export const LONG_ROUNDS = process.env["ROUNDS"] === "long";

/** The number of random runs: `short`, or `long` where ROUNDS=long. */
export function rounds(short: number, long: number): number {
  return LONG_ROUNDS ? long : short;
}
