/** Where the places of a buffer stand; the oldest element's is next to the exit. */
import type { Box } from "../layout.ts";
import type { Point } from "../pen.ts";

export interface Cells {
  /** Numbered cells, one dot per element, or a level if not even dots fit. */
  readonly form: "cells" | "dots" | "level";
  /** The side of a cell or dot, and the distance from one to the next, in px. */
  readonly size: number;
  readonly pitch: number;
  readonly lines: number;
  readonly perLine: number;
  readonly padding: number;
  readonly frame: Box;
  /** The centre of the place at `index` in the queue, 0 for the oldest element. */
  at(index: number): Point;
}

/** The largest side of a cell, in multiples of the text's size. */
const MOST_CELL = 3.4;
/** The side from which on a number is easy to read, in multiples of the text's size. */
const READABLE_CELL = 2.05;
/** Cells smaller than `LEAST_CELL` px are dots; places less than `LEAST_PITCH` px apart form a level. */
const LEAST_CELL = 9;
const LEAST_PITCH = 2.4;
/** The gap between two cells, as a share of the pitch. */
const GAP = 0.13;

/** Arranges this many places in a box. Their size shrinks smoothly as their number grows. */
export function cellsIn(box: Box, places: number, text: number): Cells {
  const count = Math.max(1, Math.floor(places));
  const padding = Math.min(text * 0.38, box.height / 10, box.width / 20);
  const inner = { width: box.width - 2 * padding, height: box.height - 2 * padding };
  const { lines, perLine, pitch } = arrangement(
    inner,
    count,
    text * MOST_CELL,
    text * READABLE_CELL,
  );
  const form = pitch < LEAST_PITCH ? "level" : pitch * (1 - GAP) < LEAST_CELL ? "dots" : "cells";
  const fitted = { width: perLine * pitch + 2 * padding, height: lines * pitch + 2 * padding };
  const { width, height } = form === "level" ? box : fitted;
  const frame = {
    x: box.x + (box.width - width) / 2,
    y: box.y + (box.height - height) / 2,
    width,
    height,
  };
  const right = frame.x + width - padding - pitch / 2;
  const top = frame.y + padding + pitch / 2;
  return {
    form,
    size: pitch * (1 - (form === "cells" ? GAP : 0.24)),
    pitch,
    lines,
    perLine,
    padding,
    frame,
    // Line by line from the top, each starting at the exit: one long line, wrapped.
    at: (index) => ({
      x: right - (index % perLine) * pitch,
      y: top + Math.floor(index / perLine) * pitch,
    }),
  };
}

/** The arrangement with the fewest lines that leaves the places as large as possible, or nearly so. */
function arrangement(
  { width, height }: Pick<Box, "width" | "height">,
  count: number,
  most: number,
  readable: number,
) {
  let best = { lines: 1, perLine: count, pitch: 0 };
  const mostLines = Math.min(
    count,
    Math.max(1, Math.ceil(Math.sqrt((count * height) / Math.max(1, width))) + 2),
  );
  for (let lines = 1; lines <= mostLines; lines++) {
    const perLine = Math.ceil(count / lines);
    const pitch = Math.max(0, Math.min(most, width / perLine, height / lines));
    if (pitch > best.pitch * 1.12) best = { lines, perLine, pitch };
    // A queue is easiest to read in one line, or in few.
    if (pitch >= readable) break;
  }
  return best;
}
