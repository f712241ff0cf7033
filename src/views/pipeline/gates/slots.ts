/** One slot for each kind of element: always the same place, whatever comes and goes. */
import type { CellGrid } from "../cells.ts";
import type { Layout, Slots } from "../layout.ts";
import type { Plan } from "./plan.ts";

const PADDING = 8;
const GAP = 4;
const LARGEST = 40;
const NAME_PX = 108;
const NAME_BELOW_PX = 15;

export function slotsIn(layout: Layout, { slots, kinds }: Plan): Slots {
  const grid = layout.horizontal ? stacked(layout, slots) : inARow(layout, slots);
  const namePx = layout.horizontal
    ? grid.at(0).x - grid.size / 2 - grid.frame.x - 8
    : grid.frame.width / slots;
  return { count: slots, grid, namePx, of: (element) => kinds?.of(element) ?? 0 };
}

/** Where the name of a slot stands. */
export function nameOfSlot(layout: Layout, grid: CellGrid, index: number) {
  const { x, y } = grid.at(index);
  return layout.horizontal
    ? ({ x: x - grid.size / 2 - 8, y: y + 4, anchor: "end" } as const)
    : ({ x, y: y + grid.size / 2 + 12, anchor: "middle" } as const);
}

/** One below the other, the name to the left; in two columns when there are many. */
function stacked({ buffer }: Layout, slots: number): CellGrid {
  const columns = slots > 4 ? 2 : 1;
  const rows = Math.ceil(slots / columns);
  const size = Math.min(LARGEST, (buffer.height - 2 * PADDING + GAP) / rows - GAP);
  const columnPx = Math.min(NAME_PX, buffer.width / columns - size - 2 * PADDING) + size + PADDING;
  const width = columns * columnPx + 2 * PADDING;
  const height = rows * (size + GAP) - GAP + 2 * PADDING;
  const frame = {
    x: buffer.x + (buffer.width - width) / 2,
    y: buffer.y + (buffer.height - height) / 2,
    width,
    height,
  };
  return {
    size,
    frame,
    at: (index) => ({
      x: frame.x + PADDING + (Math.floor(index / rows) + 1) * columnPx - size / 2,
      y: frame.y + PADDING + (index % rows) * (size + GAP) + size / 2,
    }),
  };
}

/** Side by side, the name below. */
function inARow({ buffer }: Layout, slots: number): CellGrid {
  const pitch = Math.min(100, (buffer.width - 2 * PADDING) / slots);
  const size = Math.min(LARGEST, pitch - GAP, buffer.height - 2 * PADDING - NAME_BELOW_PX);
  const width = slots * pitch + 2 * PADDING;
  const height = size + NAME_BELOW_PX + 2 * PADDING;
  const frame = {
    x: buffer.x + (buffer.width - width) / 2,
    y: buffer.y + (buffer.height - height) / 2,
    width,
    height,
  };
  return {
    size,
    frame,
    at: (index) => ({
      x: frame.x + PADDING + (index + 0.5) * pitch,
      y: frame.y + PADDING + size / 2,
    }),
  };
}
