/** The column of names in an answer that has a row for each kind of elements. */
import type { Text } from "../../../../i18n/index.ts";
import type { Pen } from "../pen.ts";
import { textWidth } from "../text-size.ts";

/** The greatest share of a figure's width that the names may take. */
const MOST_SHARE = 0.5;

/**
 * The width of the column, in px: `wished`, or more if the longest name and `beside` need it, up to half of the
 * figure's width `of`. `beside` is what stands next to a name within the column.
 */
export function kindNameWidth(
  pen: Pen,
  names: readonly Text[],
  { wished, of, beside }: { readonly wished: number; readonly of: number; readonly beside: number },
): number {
  const longest = Math.max(...names.map((name) => textWidth(pen.say(name), pen.text, true)));
  return Math.max(wished, Math.min(of * MOST_SHARE, longest + beside));
}
