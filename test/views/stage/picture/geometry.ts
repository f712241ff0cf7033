/** Measurements of a picture for tests: where shapes end, and whether labels overlap. */
import type { Shape } from "../../../../src/views/stage/picture/shape.ts";
import { labelBox } from "../../../../src/views/stage/picture/text-size.ts";

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box of a shape; for a path, the box of its end points, since its curves stay near them. */
export function boundsOf(shape: Shape): Bounds | null {
  switch (shape.type) {
    case "token":
      return around(shape.x, shape.y, shape.size / 2);
    case "circle":
    case "ring":
      return around(shape.x, shape.y, shape.radius);
    case "rect":
      return {
        left: shape.x,
        top: shape.y,
        right: shape.x + shape.width,
        bottom: shape.y + shape.height,
      };
    case "dots": {
      const rows = Math.ceil(shape.count / shape.columns);
      const { x, bottom, pitch, columns } = shape;
      return { left: x, right: x + columns * pitch, bottom, top: bottom - rows * pitch };
    }
    case "label":
      return labelBox(shape);
    case "path":
      return pathBounds(shape.d);
  }
}

/** Whether two boxes overlap by more than a px in both directions. */
export function meet(a: Bounds, b: Bounds): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 1 && down > 1;
}

/** Every number of a shape, including those of its path. */
export function numbersOf(shape: Shape): number[] {
  const own = Object.values(shape).filter((value): value is number => typeof value === "number");
  return shape.type === "path" ? [...own, ...pathNumbers(shape.d)] : own;
}

/** The sizes that must not be below 0. */
export function sizesOf(shape: Shape): number[] {
  const sizes = ["size", "width", "height", "radius", "pitch", "corner", "count", "labelSize"];
  return sizes.flatMap((key) => {
    const value = (shape as unknown as Record<string, unknown>)[key];
    return typeof value === "number" ? [value] : [];
  });
}

function around(x: number, y: number, half: number): Bounds {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function pathNumbers(d: string): number[] {
  return (d.match(/-?\d*\.?\d+(?:e-?\d+)?|NaN|Infinity/g) ?? []).map(Number);
}

/** Follows the path commands that pictures use: M, L, H, V, Q, A, C, S and their relative forms. */
function pathBounds(d: string): Bounds | null {
  const bounds = {
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  let [x, y] = [0, 0];
  for (const [, command = "", rest = ""] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = pathNumbers(rest);
    const relative = command === command.toLowerCase();
    const kind = command.toUpperCase();
    const take = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, S: 4, A: 7 }[kind] ?? 0;
    for (let i = 0; take > 0 && i + take <= numbers.length; i += take) {
      const end = numbers.slice(i, i + take);
      const [ex = 0, ey = 0] =
        kind === "H"
          ? [end[0], relative ? 0 : y]
          : kind === "V"
            ? [relative ? 0 : x, end[0]]
            : end.slice(-2);
      x = relative ? x + ex : ex;
      y = relative ? y + ey : ey;
      bounds.left = Math.min(bounds.left, x);
      bounds.right = Math.max(bounds.right, x);
      bounds.top = Math.min(bounds.top, y);
      bounds.bottom = Math.max(bounds.bottom, y);
    }
  }
  return bounds.left <= bounds.right ? bounds : null;
}
