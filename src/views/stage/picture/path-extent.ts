/** How far a path reaches, read from its `d`. A curve counts with its control points, beyond which it never reaches. */
import type { Box } from "./layout.ts";

/** The number of extents that are kept: paths that stand still are read only once. */
const MOST_KEPT = 200;
const known = new Map<string, Box | null>();

/** How many numbers each command takes at a time. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, S: 4, A: 7 };

/** A box that holds the outline of `d`, without the width of its line; null if `d` is empty. */
export function pathExtent(d: string): Box | null {
  let extent = known.get(d);
  if (extent === undefined) {
    extent = read(d);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(d, extent);
  }
  return extent;
}

function read(d: string): Box | null {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const add = (x: number, y: number, halfX = 0, halfY = 0) => {
    left = Math.min(left, x - halfX);
    right = Math.max(right, x + halfX);
    top = Math.min(top, y - halfY);
    bottom = Math.max(bottom, y + halfY);
  };
  /** Where the pen is, and where its line began. */
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  for (const [, letter = "", rest = ""] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const command = letter.toUpperCase();
    if (command === "Z") [x, y] = [startX, startY];
    const takes = TAKES[command];
    if (takes === undefined) continue;
    const numbers = rest.match(/-?\d*\.?\d+/g)?.map(Number) ?? [];
    const at = (i: number) => numbers[i] as number;
    for (let i = 0; i + takes <= numbers.length; i += takes) {
      const [fromX, fromY] = letter === command ? [0, 0] : [x, y];
      const end = i + takes;
      if (command === "H") x = fromX + at(i);
      else if (command === "V") y = fromY + at(i);
      else {
        // No two points of an ellipse are further apart than its diameter.
        if (command === "A") add(x, y, 2 * at(i), 2 * at(i + 1));
        else for (let j = i; j < end - 2; j += 2) add(fromX + at(j), fromY + at(j + 1));
        [x, y] = [fromX + at(end - 2), fromY + at(end - 1)];
      }
      if (command === "M" && i === 0) [startX, startY] = [x, y];
      add(x, y);
    }
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
