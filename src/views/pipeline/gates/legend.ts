/** The kinds of elements with their form, and of each how many were heard and made; who starves is marked. */

import type { ElementKinds } from "../../../systems/index.ts";
import type { Brush } from "../brush.ts";
import type { RunState } from "../one-buffer.ts";
import type { Shape } from "../shape.ts";
import type { KindDresser } from "./kinds.ts";
import { TINY } from "./layout.ts";
import type { Legend } from "./rooms.ts";
import { fitting, LETTER_PX, textAt } from "./text-at.ts";
import { gateWords } from "./words.ts";

/** From this width on there is room for a word beside the numbers. */
const ROOMY = 800;
/** Of so many made, one should have been heard. */
const MANY = 10;

/** Whether a kind is never heard though others are. */
export function starves(
  { produced, received }: RunState["byKind"][number],
  heardInAll: number,
): boolean {
  return produced >= MANY && received === 0 && heardInAll > 0;
}

export function legendShapes(
  brush: Brush,
  kinds: ElementKinds,
  dresser: KindDresser,
  legend: Legend,
): Shape[] {
  const { byKind, received } = brush.state;
  const { x, y, columns, columnWidth, rowHeight } = legend;
  const wide = brush.input.layout.horizontal;
  // On a phone the heading stands in the first place, or in each line; on a desk above them all.
  const first = wide || columns === 1 ? 0 : 1;
  const rows = Math.ceil((kinds.names.length + first) / columns);
  const top = wide ? y + rowHeight : y;
  const heading = brush.say(gateWords.heard);
  const inLine = !wide && columns === 1;
  const headed = inLine && columnWidth > TINY;
  const spot = (place: number) => ({
    left: x + Math.floor(place / rows) * columnWidth,
    baseline: top + (place % rows) * rowHeight,
  });
  const shapes: Shape[] = inLine ? [] : [textAt("legend", { x, y, anchor: "start" }, heading)];
  kinds.names.forEach((name, kind) => {
    const { left, baseline } = spot(kind + first);
    const counted = byKind[kind] ?? { produced: 0, received: 0, lost: 0 };
    const never = starves(counted, received);
    const role = never ? "dropped" : "quiet";
    const counts = `${brush.count(counted.received)} / ${brush.count(counted.produced)}`;
    const numbers = headed ? `${heading}  ${counts}` : counts;
    const told = never ? `! ${numbers}` : numbers;
    const namePx = columnWidth - 33 - told.length * LETTER_PX;
    shapes.push(
      dresser.sample(`legend-form-${kind}`, kind, left + 6, baseline - 4, 11),
      textAt(
        `legend-name-${kind}`,
        { x: left + 17, y: baseline, anchor: "start" },
        fitting(brush.say(name), namePx),
        never ? "strong" : "note",
        role,
      ),
      textAt(
        `legend-count-${kind}`,
        { x: left + columnWidth - 12, y: baseline, anchor: "end" },
        told,
        never ? "strong" : "note",
        role,
      ),
    );
    if (never && columns === 1 && brush.input.layout.width >= ROOMY) {
      const beside = { x: left + columnWidth - 4, y: baseline, anchor: "start" } as const;
      shapes.push(
        textAt(`legend-never-${kind}`, beside, brush.say(gateWords.starves), "note", role),
      );
    }
  });
  return shapes;
}
