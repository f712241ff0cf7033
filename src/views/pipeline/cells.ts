/** Where the cells of a buffer stand: the oldest element's next to the exit. */
import type { Box, Layout, Point } from "./layout.ts";

/** Buffers up to this size are drawn cell by cell, larger ones as a tank. */
export const MAX_CELLS = 64;

export interface CellGrid {
  readonly size: number;
  readonly frame: Box;
  /** Centre of the cell of the element that is `index`th in the queue, 0 for the oldest. */
  at(index: number): Point;
  /** By how much elements move on when the oldest leaves; 0 where they jump to another row. */
  readonly pitch: Point;
}

const GAP = 4;
const PADDING = 7;
const MAX_SIZE = 44;

export function cellGrid({ buffer, horizontal }: Layout, cells: number): CellGrid {
  const perLine = Math.min(cells, horizontal ? 16 : 8);
  const lines = Math.ceil(cells / perLine);
  const size = Math.min(
    MAX_SIZE,
    (buffer.width - 2 * PADDING + GAP) / perLine - GAP,
    (buffer.height - 2 * PADDING + GAP) / lines - GAP,
  );
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
    pitch: { x: lines === 1 ? step : 0, y: 0 },
  };
}
