/** How wide a text will be, estimated without a page: rather too wide, so that labels never touch. */

import type { Label } from "./shape.ts";

/** The width of a text in px at a font size in px; `strong` text is wider. */
export function textWidth(text: string, size: number, strong = false): number {
  let ems = 0;
  for (const letter of text) ems += widthOf(letter.codePointAt(0) ?? 0);
  return ems * size * (strong ? 1.07 : 1);
}

/** The box of a label, in px. */
export interface LabelBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function labelBox({ x, y, text, size, anchor, weight }: Label): LabelBox {
  const width = textWidth(text, size, weight === "strong");
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, ...lineBox(y, size) };
}

/** The top and bottom of a line of text whose baseline is `y`. */
export function lineBox(y: number, size: number): Pick<LabelBox, "top" | "bottom"> {
  return { top: y - size * 0.76, bottom: y + size * 0.2 };
}

/** The width of a letter in system fonts, in ems: Hangul and CJK are square. */
function widthOf(code: number): number {
  if (code >= 0x1100) return code >= 0x2000 && code < 0x2e80 ? 0.9 : 1;
  if (code >= 0x30 && code <= 0x39) return 0.64;
  if (code >= 0x41 && code <= 0x5a) return 0.74;
  const letter = String.fromCharCode(code);
  if ("iljtf.,:;|!'()[] ·".includes(letter)) return 0.38;
  return "mw%@".includes(letter) ? 0.96 : 0.62;
}
