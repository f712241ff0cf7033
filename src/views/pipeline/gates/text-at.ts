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

/** A letter is about so wide. */
export const LETTER_PX = 6.8;

/** A name, or its last word, or the end of that, where there is no room for more. */
export function fitting(name: string, px: number): string {
  const word = name.split(" ").at(-1) ?? name;
  const shorter = [name, word].find(({ length }) => length * LETTER_PX <= px);
  return shorter ?? word.split("_").at(-1) ?? word;
}
