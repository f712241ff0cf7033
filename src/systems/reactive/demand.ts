/** Demand: how many elements were asked for and have not come yet, by the arithmetic of both libraries. */

/** Asked for without bound. The libraries' number for it is Long.MAX_VALUE; it is never counted down (rule 3.17). */
export const UNBOUNDED = Number.POSITIVE_INFINITY;

/** What the libraries' `long` can't count any more. As a double it is the same number as Long.MAX_VALUE. */
const LONG_MAX = 2 ** 63;

/**
 * Returns `outstanding` demand and `n` more, or UNBOUNDED where Long.MAX_VALUE is reached. Throws a RangeError
 * unless `n` is more than 0 (rule 3.9).
 */
export function addDemand(outstanding: number, n: number): number {
  if (!(n > 0)) throw new RangeError(`n > 0 required but it was ${n}`);
  const sum = outstanding + n;
  return sum < LONG_MAX ? sum : UNBOUNDED;
}

/** Returns how many elements are asked for again, once as many were handed down: `prefetch` less a quarter of it. */
export function threeQuartersOf(prefetch: number): number {
  return prefetch - Math.floor(prefetch / 4);
}

/** Returns the least power of two that is not below `size`: what an array queue of either library really holds. */
export function powerOfTwoFrom(size: number): number {
  let power = 1;
  while (power < size) power *= 2;
  return power;
}
