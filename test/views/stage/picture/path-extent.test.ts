/** The extent of a path, in every notation that pictures use. */
import { expect, test } from "vitest";
import { pathExtent } from "../../../../src/views/stage/picture/path-extent.ts";

test.each([
  ["lines, absolute", "M2 3L12 3V8H2Z", { x: 2, y: 3, width: 10, height: 5 }],
  ["lines, relative", "m2 3l10 0v5h-10z", { x: 2, y: 3, width: 10, height: 5 }],
  ["several lines under one letter", "M0 0L4 1 9 -2", { x: 0, y: -2, width: 9, height: 3 }],
  ["numbers that only a sign separates", "M-1.5-2l3 4", { x: -1.5, y: -2, width: 3, height: 4 }],
  ["a relative line after a closed outline", "M5 5h4v4zl-3 0", { x: 2, y: 5, width: 7, height: 4 }],
  ["a curve's handles", "M0 0C5 -8 10 8 15 0", { x: 0, y: -8, width: 15, height: 16 }],
  ["a curve's handles, relative", "M10 0q5 -8 10 0", { x: 10, y: -8, width: 10, height: 8 }],
])("%s", (_, d, extent) => {
  expect(pathExtent(d)).toEqual(extent);
});

test("a circle of two arcs lies within the extent", () => {
  const extent = pathExtent("M4 10a6 6 0 1 1 12 0a6 6 0 1 1 -12 0z");
  if (extent === null) throw new Error("a circle has an extent");
  const { x, y, width, height } = extent;
  expect(x).toBeLessThanOrEqual(4);
  expect(y).toBeLessThanOrEqual(4);
  expect(x + width).toBeGreaterThanOrEqual(16);
  expect(y + height).toBeGreaterThanOrEqual(16);
});

test("a path that draws nothing has no extent", () => {
  expect(pathExtent("")).toBeNull();
});
