/** A row or two of small places, each free or taken: permits, threads, failures that are counted. */
import type { Box, Point } from "../layout.ts";
import type { Rect, Role } from "../shape.ts";

/** More than this is a bar. */
export const MOST_PLACES = 20;

export function placeAt(
  key: string,
  { x, y }: Point,
  size: number,
  taken: boolean,
  role: Role,
): Rect {
  return {
    key,
    type: "rect",
    style: taken ? "place-taken" : "place",
    role: taken ? role : "quiet",
    x: x - size / 2,
    y: y - size / 2,
    width: size,
    height: size,
    corner: 3,
  };
}

/** Where `count` places stand in a box, at most `perRow` in a row, each row in the middle. */
export function placesIn(box: Box, count: number, perRow: number, largest: number) {
  const rows = Math.ceil(count / perRow);
  const inRow = Math.min(count, perRow);
  const pitch = Math.min(largest, box.width / inRow, box.height / rows);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return {
    pitch,
    at: (index: number): Point => ({
      x: middle.x + ((index % perRow) - (inRow - 1) / 2) * pitch,
      y: middle.y + (Math.floor(index / perRow) - (rows - 1) / 2) * pitch,
    }),
  };
}

/** A bar that is filled to a share. */
export function barShapes(key: string, box: Box, share: number, role: Role): Rect[] {
  const filled = Math.min(1, Math.max(0, share));
  return [
    { key: `${key}-bar`, type: "rect", style: "bar", role: "quiet", ...box, corner: 3 },
    {
      key: `${key}-fill`,
      type: "rect",
      style: "bar-fill",
      role,
      ...box,
      width: box.width * filled,
      corner: 3,
    },
  ];
}
