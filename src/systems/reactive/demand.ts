/** Demand: how many elements were requested and have not arrived yet, by the arithmetic of both libraries. */

/** Unbounded demand. The libraries write it as Long.MAX_VALUE; it is never counted down (rule 3.17). */
export const UNBOUNDED = Number.POSITIVE_INFINITY;

/** The first number that the libraries' `long` can't hold. As a double it equals Long.MAX_VALUE. */
const LONG_MAX = 2 ** 63;

/**
 * Returns `outstanding` demand plus `n`, or UNBOUNDED if the sum reaches Long.MAX_VALUE. Throws a RangeError unless
 * `n` is more than 0 (rule 3.9).
 */
export function addDemand(outstanding: number, n: number): number {
  if (!(n > 0)) throw new RangeError(`n > 0 required but it was ${n}`);
  const sum = outstanding + n;
  return sum < LONG_MAX ? sum : UNBOUNDED;
}

/** Returns the size of a repeated request, sent each time that many were passed on: `prefetch` minus a quarter. */
export function threeQuartersOf(prefetch: number): number {
  return prefetch - Math.floor(prefetch / 4);
}

/** Returns the least power of two that is not below `size`: the real capacity of either library's array queue. */
export function powerOfTwoFrom(size: number): number {
  let power = 1;
  while (power < size) power *= 2;
  return power;
}
