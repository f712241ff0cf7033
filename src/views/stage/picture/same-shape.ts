/** Whether two shapes look the same. */
import type { Shape } from "./shape.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Whether the fields of `other` all have the same values in `one`. */
export function isSame(one: Shape, other: Shape): boolean {
  if (one === other) return true;
  const [a, b] = [one as unknown as Fields, other as unknown as Fields];
  for (const name in b) if (a[name] !== b[name]) return false;
  return true;
}
