import { describe, expect, it } from "vitest";
import { cellGrid, MAX_CELLS } from "../../../src/views/pipeline/cells.ts";
import { layoutFor, pictureSize } from "../../../src/views/pipeline/layout.ts";

const WIDTHS = [300, 358, 420, 599, 600, 700, 800, 900, 1200, 1600];
const WORKERS = [1, 2, 3, 4, 5, 6, 7, 8];

const layoutAt = (width: number, workers = 1) =>
  layoutFor(width, pictureSize(width).height, workers);

describe("layout", () => {
  it.each(WIDTHS)("at %i px workers do not overlap each other, the buffer or the edge", (width) => {
    for (const count of WORKERS) {
      const { workers, buffer, horizontal, height } = layoutAt(width, count);
      expect(workers.length).toBe(count);
      for (const [index, { x, y, radius }] of workers.entries()) {
        expect(radius).toBeGreaterThan(8);
        expect(Math.min(x, y, width - x, height - y)).toBeGreaterThanOrEqual(radius);
        if (horizontal) expect(x - radius).toBeGreaterThan(buffer.x + buffer.width);
        else expect(y - radius).toBeGreaterThan(buffer.y + buffer.height);
        for (const other of workers.slice(index + 1)) {
          expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(radius + other.radius);
        }
      }
    }
  });

  it.each(WIDTHS)(
    "at %i px the way goes from producer through gate and buffer to the end",
    (width) => {
      const { producer, gate, buffer, exit, workers, done, horizontal } = layoutAt(width, 2);
      const along = horizontal ? "x" : "y";
      const stops = [producer[along], gate[along], buffer[along], exit[along]];
      stops.push(...workers.slice(0, 1).map((worker) => worker[along]), done[along]);
      expect(stops).toEqual([...stops].sort((a, b) => a - b));
      expect(new Set(stops).size).toBe(stops.length);
    },
  );
});

describe("cells", () => {
  const counts = Array.from({ length: MAX_CELLS }, (_, index) => index + 1);

  it.each(WIDTHS)(
    "at %i px each has its own place, within the frame and the frame in the buffer",
    (width) => {
      const layout = layoutAt(width);
      for (const count of counts) {
        const { at, frame, size } = cellGrid(layout, count);
        const places = counts.slice(0, count).map((_, index) => at(index));
        expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
        const half = size / 2;
        const inFrame = places.every(
          ({ x, y }) =>
            x - half >= frame.x &&
            x + half <= frame.x + frame.width &&
            y - half >= frame.y &&
            y + half <= frame.y + frame.height,
        );
        expect(inFrame, `${count} cells`).toBe(true);
        expect(frame.x).toBeGreaterThanOrEqual(layout.buffer.x - 0.001);
        expect(frame.y).toBeGreaterThanOrEqual(layout.buffer.y - 0.001);
        expect(frame.width).toBeLessThanOrEqual(layout.buffer.width + 0.001);
        expect(frame.height).toBeLessThanOrEqual(layout.buffer.height + 0.001);
      }
    },
  );

  it.each(WIDTHS)(
    "at %i px the frame is as wide as its cells: none stays empty on the left",
    (width) => {
      for (const count of counts) {
        const { at, frame, size } = cellGrid(layoutAt(width), count);
        const newest = at(count - 1);
        expect(newest.x - size / 2 - frame.x, `${count} cells`).toBeLessThan(size);
      }
    },
  );

  it.each(WIDTHS)("at %i px they are large enough to tell one from the next", (width) => {
    for (const count of counts) {
      expect(cellGrid(layoutAt(width), count).size, `${count} cells`).toBeGreaterThanOrEqual(11);
    }
  });

  it("the oldest stands next to the exit, the others behind it in order", () => {
    for (const count of [1, 8, 16, 33, 64]) {
      const layout = layoutAt(900);
      const { at, frame, size } = cellGrid(layout, count);
      expect(frame.x + frame.width - (at(0).x + size / 2)).toBeLessThan(10);
      const xs = counts.slice(0, count).map((_, index) => at(index).x);
      expect(xs).toEqual([...xs].sort((a, b) => b - a));
    }
  });
});
