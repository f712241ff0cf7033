/** Thins out marks that would overlap, so that the width of a strip bounds how many it draws. */

/**
 * Visits those of `count` places, which are in order of time, that are far enough apart: the first, and each one at
 * least `gapMs` after the last visited. `firstFrom` returns the first place at or after a time. `visit` also receives
 * the next place to be visited, or `count` if there is none.
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
