/** Order statistics of a few measurements. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The `share` quantile, interpolated between the two nearest values. NaN if there are no values. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low + (high - low) * (at - Math.floor(at));
}
