/** How far shapes reach: a canvas covers no more than that, because every pixel of it is copied with every frame. */
import type { Box } from "./layout.ts";
import { pathExtent } from "./path-extent.ts";
import type { Path, Shape } from "./shape.ts";

/** How far the points of a triangle lie from the token's centre, as a share of its size. */
const TOKEN_REACH = 0.75;
/** How much further an outline reaches than the shape that it surrounds, in px. */
const LINE_REACH = 3;

interface Reach {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The box that holds all shapes; null if there are none. Paths are measured, unless all of them lie in `pathsIn`. */
export function extentOf(shapes: readonly Shape[], pathsIn?: Box): Box | null {
  if (shapes.length === 0) return null;
  const reach = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  let hasPaths = false;
  for (const shape of shapes) {
    if (shape.type !== "path") widen(reach, shape);
    else if (pathsIn === undefined) widenBy(reach, pathExtent(shape.d), shape.width);
    else hasPaths = true;
  }
  if (hasPaths) widenBy(reach, pathsIn ?? null, 0);
  return reach.left > reach.right ? null : boxOf(reach);
}

/** The smallest box that holds both. */
export function around(one: Box, other: Box): Box {
  return boxOf({
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    right: Math.max(one.x + one.width, other.x + other.width),
    bottom: Math.max(one.y + one.height, other.y + other.height),
  });
}

/** Whether the first box lies inside the second. */
export function isWithin(one: Box, other: Box): boolean {
  return (
    one.x >= other.x &&
    one.y >= other.y &&
    one.x + one.width <= other.x + other.width &&
    one.y + one.height <= other.y + other.height
  );
}

function widen(reach: Reach, shape: Exclude<Shape, Path>): void {
  switch (shape.type) {
    case "token":
      add(reach, shape.x, shape.y, shape.size * TOKEN_REACH + LINE_REACH);
      break;
    case "ring":
      add(reach, shape.x, shape.y, shape.radius + shape.width);
      break;
    case "circle":
      add(reach, shape.x, shape.y, shape.radius + LINE_REACH);
      break;
    case "rect":
      widenBy(reach, shape, LINE_REACH);
      break;
    case "dots": {
      const { x, bottom, columns, count, pitch } = shape;
      add(reach, x, bottom, 0);
      add(reach, x + columns * pitch, bottom - Math.ceil(count / columns) * pitch, 0);
      break;
    }
    // Words are nodes, never on a canvas.
    case "label":
  }
}

function widenBy(reach: Reach, box: Box | null, half: number): void {
  if (box === null) return;
  add(reach, box.x, box.y, half);
  add(reach, box.x + box.width, box.y + box.height, half);
}

function add(reach: Reach, x: number, y: number, half: number): void {
  if (x - half < reach.left) reach.left = x - half;
  if (x + half > reach.right) reach.right = x + half;
  if (y - half < reach.top) reach.top = y - half;
  if (y + half > reach.bottom) reach.bottom = y + half;
}

function boxOf({ left, top, right, bottom }: Reach): Box {
  return { x: left, y: top, width: right - left, height: bottom - top };
}
