/** A text at its spot. */
import { label } from "../brush.ts";
import type { Label, Role } from "../shape.ts";
import type { Spot } from "./rooms.ts";

export function textAt(
  key: string,
  { x, y, anchor }: Spot,
  text: string,
  style: Label["style"] = "note",
  role: Role = "quiet",
): Label {
  return { ...label(key, x, y, text, style), anchor, role };
}
