/** Where the cells of a buffer stand: the oldest element's next to the exit. */
import { type Brush, capacityOf } from "./brush.ts";
import type { Box, Layout, Point } from "./layout.ts";

/** Buffers up to this size are drawn cell by cell, larger ones as a tank. */
export const MAX_CELLS = 64;

/** How many cells are drawn: more than there are places while a buffer that has shrunk holds more. */
export function cellsOf(brush: Brush): number {
  const capacity = capacityOf(brush);
  if (capacity === 0) return 0;
  if (capacity === Number.POSITIVE_INFINITY) return MAX_CELLS;
  return brush.input.layout.slots?.count ?? Math.max(capacity, brush.state.buffer.length);
}

/** Where the element that is `index`th in the queue stands. */
export function placeOf({ input }: Brush, grid: CellGrid, element: number, index: number): Point {
  return grid.at(input.layout.slots?.of(element) ?? index);
}

export interface CellGrid {
  readonly size: number;
  readonly frame: Box;
  /** Centre of the cell of the element that is `index`th in the queue, 0 for the oldest. */
  at(index: number): Point;
}

const GAP = 4;
const PADDING = 7;
const MAX_SIZE = 44;
const MAX_PER_LINE = 16;
/** From this size on, in px, a number can be read in a cell. */
const READABLE_SIZE = 20;

export function cellGrid({ buffer, slots }: Layout, cells: number): CellGrid {
  if (slots !== undefined) return slots.grid;
  const { lines, perLine, size } = arrangement(buffer, cells);
  const step = size + GAP;
  const width = perLine * step - GAP + 2 * PADDING;
  const height = lines * step - GAP + 2 * PADDING;
  const frame = {
    x: buffer.x + (buffer.width - width) / 2,
    y: buffer.y + (buffer.height - height) / 2,
    width,
    height,
  };
  const right = frame.x + width - PADDING - size / 2;
  const top = frame.y + PADDING + size / 2;
  return {
    size,
    frame,
    // Column by column from the exit, so that the queue moves on as a whole.
    at: (index) => ({
      x: right - Math.floor(index / lines) * step,
      y: top + (index % lines) * step,
    }),
  };
}

/** In as few lines as leave the cells readable, or else in those that leave them largest. */
function arrangement({ width, height }: Box, cells: number) {
  let best = { lines: 0, perLine: 0, size: 0 };
  for (let lines = Math.ceil(cells / MAX_PER_LINE); lines <= cells; lines++) {
    const perLine = Math.ceil(cells / lines);
    const size = Math.min(
      MAX_SIZE,
      (width - 2 * PADDING + GAP) / perLine - GAP,
      (height - 2 * PADDING + GAP) / lines - GAP,
    );
    if (size > best.size) best = { lines, perLine, size };
    if (size >= READABLE_SIZE) break;
  }
  return best;
}
