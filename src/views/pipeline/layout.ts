/** Where the stations of the picture stand, in px, for a given room. Side by side, or one below the other. */
import type { CellGrid } from "./cells.ts";
import type { Rooms } from "./gates/rooms.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly horizontal: boolean;
  readonly producer: Point & { readonly radius: number };
  /** Where a suspended element waits, in front of the buffer. */
  readonly gate: Point;
  readonly buffer: Box;
  /** Where elements leave the buffer. */
  readonly exit: Point;
  readonly workers: readonly (Point & { readonly radius: number })[];
  readonly done: Point;
  readonly bin: Point;
  /** Where elements are turned away that never come to the buffer; the gate, unless one stands before it. */
  readonly refusal?: Point;
  /** Places of their own for the kinds of elements, instead of a queue of cells. */
  readonly slots?: Slots;
  /** Room for what a pattern adds. */
  readonly rooms?: Rooms;
}

export interface Slots {
  readonly count: number;
  readonly grid: CellGrid;
  /** Room for the name of a slot. */
  readonly namePx: number;
  of(element: number): number;
}

const NARROW = 600;
const LARGEST_SCALE = 2.6;

/** The room of the picture in its own px, and how much larger it is drawn. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** The whole picture grows and shrinks with its room, instead of its gaps: it is read from the last row. */
export function pictureSize(room: number, height: number): PictureSize {
  const scale = Math.min(LARGEST_SCALE, height / 216, room / NARROW);
  const upright = Math.min(1, height / 370);
  if (room < NARROW && upright > scale)
    return { width: room / upright, height: 370, scale: upright };
  return { width: room / scale, height: 216, scale };
}

export function layoutFor(width: number, height: number, workerCount: number): Layout {
  return width < NARROW
    ? oneBelowTheOther(width, height, workerCount)
    : sideBySide(width, height, workerCount);
}

function sideBySide(width: number, height: number, workerCount: number): Layout {
  const y = height * 0.42;
  const gate = { x: 158, y };
  const workersX = width - 168;
  const bufferX = 188;
  const buffer = { x: bufferX, y: y - 66, width: workersX - 76 - bufferX, height: 132 };
  return {
    width,
    height,
    horizontal: true,
    producer: { x: 58, y, radius: 34 },
    gate,
    buffer,
    exit: { x: buffer.x + buffer.width, y },
    workers: columns(workersX, y, height * 0.8, workerCount),
    done: { x: width - 52, y },
    bin: { x: buffer.x + buffer.width / 2, y: height - 22 },
  };
}

/** Up to four workers stand in one column, more in two. */
function columns(x: number, y: number, height: number, count: number): Layout["workers"] {
  const perColumn = count > 4 ? Math.ceil(count / 2) : count;
  const pitch = Math.min(66, height / perColumn);
  const radius = Math.min(count === 1 ? 30 : 21, pitch / 2 - 4);
  return Array.from({ length: count }, (_, index) => {
    const column = Math.floor(index / perColumn);
    const row = index % perColumn;
    const shift = count > 4 ? (column === 0 ? -26 : 28) : 0;
    return { x: x + shift, y: y + (row - (perColumn - 1) / 2) * pitch, radius };
  });
}

function oneBelowTheOther(width: number, height: number, workerCount: number): Layout {
  const x = width / 2;
  const buffer = { x: 20, y: 124, width: width - 40, height: 100 };
  const workersY = buffer.y + buffer.height + 62;
  const pitch = Math.min(64, (width - 40) / workerCount);
  const radius = Math.min(24, pitch / 2 - 3);
  return {
    width,
    height,
    horizontal: false,
    producer: { x, y: 34, radius: 25 },
    gate: { x, y: 84 },
    buffer,
    exit: { x, y: buffer.y + buffer.height },
    workers: Array.from({ length: workerCount }, (_, index) => ({
      x: x + (index - (workerCount - 1) / 2) * pitch,
      y: workersY,
      radius,
    })),
    done: { x, y: height - 24 },
    bin: { x: width - 46, y: 84 },
  };
}

/** The part of the buffer's box that a tank fills: its name stands above it. */
export function tankRoom({ x, y, width, height }: Box): Box {
  return { x: x + 8, y: y + 4, width: width - 16, height: height - 4 };
}
