/** The bin with what was lost, each loss under its own rule. */

import type { Text } from "../../../i18n/index.ts";
import type { Brush } from "../brush.ts";
import { label } from "../brush.ts";
import type { Shape } from "../shape.ts";
import { gateWords } from "./words.ts";

const LINE_PX = 15;
/** On a phone the last line ends above the name of the buffer. */
const LIFT_PX = 12;

export function binShapes(brush: Brush): Shape[] {
  const lines = linesOf(brush);
  if (lines.length === 0) return [];
  const { bin, horizontal, width } = brush.input.layout;
  const texts = horizontal ? [lines.join(" · ")] : lines.slice(0, 3);
  const lift = horizontal ? 0 : LIFT_PX + LINE_PX * (texts.length - 1);
  const mark: Shape = {
    key: "bin-mark",
    type: "token",
    role: "dropped",
    mark: "cross",
    label: "",
    x: bin.x - 14,
    y: bin.y - lift,
    size: 20,
  };
  const numbers = texts.map((text, index): Shape => {
    const key = index === 0 ? "bin-count" : `bin-count-${index}`;
    return horizontal
      ? { ...label(key, bin.x + 2, bin.y + 5, text, "strong"), anchor: "start", role: "dropped" }
      : {
          ...label(key, width - 4, bin.y + 24 + LINE_PX * index - lift, text, "strong"),
          anchor: "end",
          role: "dropped",
        };
  });
  return [mark, ...numbers];
}

/** What is written: one entry a rule; together with the plain losses they are what the counters say. */
function linesOf({ state, totals, say, count }: Brush): string[] {
  const { unimportant, forgotten } = state;
  const plain = Math.max(0, totals.dropped - unimportant - forgotten);
  const counted: [Text, number][] = [
    [gateWords.dropped, plain],
    [gateWords.unimportant, unimportant],
    [gateWords.forgotten, forgotten],
    [gateWords.failed, state.failed],
    [gateWords.failedWork, state.failedWork],
    [gateWords.rejected, state.rejected],
  ];
  return counted.filter(([, n]) => n > 0).map(([text, n]) => say(text, { n: count(n) }));
}
