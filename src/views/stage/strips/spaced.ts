/** Marks that would lie over each other are drawn once: what a dense strip draws is bounded by its width. */

/**
 * Calls `visit` with the first of some places in order of time, and with each further one that comes at least `gapMs`
 * after the one before. `firstFrom`: the first place at or after a time.
 */
export function eachSpaced(
  count: number,
  timeAt: (place: number) => number,
  firstFrom: (timeMs: number) => number,
  gapMs: number,
  visit: (place: number, next: number) => void,
): void {
  let place = 0;
  while (place < count) {
    const next = Math.min(count, Math.max(place + 1, firstFrom(timeAt(place) + gapMs)));
    visit(place, next);
    place = next;
  }
}
