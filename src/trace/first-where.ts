/**
 * Returns the first place from 0 to `length` - 1 at which `isPast` holds, or `length` if it holds nowhere, by binary
 * search: `isPast` must be false up to some place and true from there on.
 */
export function firstWhere(length: number, isPast: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
