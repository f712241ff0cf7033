/** The column of names beside a row for each kind of elements. */
import type { Text } from "../../../../i18n/index.ts";
import type { Pen } from "../pen.ts";
import { textWidth } from "../text-size.ts";

/** Names leave at least this share of a figure to what they name. */
const MOST_SHARE = 0.5;

/** How wide the column is: as wide as wished, and wider where the longest name needs it. `beside` is kept clear. */
export function kindNameWidth(
  pen: Pen,
  names: readonly Text[],
  { wished, of, beside }: { readonly wished: number; readonly of: number; readonly beside: number },
): number {
  const longest = Math.max(...names.map((name) => textWidth(pen.say(name), pen.text, true)));
  return Math.max(wished, Math.min(of * MOST_SHARE, longest + beside));
}
