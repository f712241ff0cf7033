/** The names under the places of a buffer that has one place for each kind of element. */
import type { BufferStation } from "../../../../systems/index.ts";
import type { Site } from "../site.ts";
import type { Cells } from "./cells.ts";

export function drawSlotNames({ pen, number, feet }: Site<BufferStation>, cells: Cells): void {
  const names = pen.moment.run.kinds?.names ?? [];
  if (cells.lines !== 1 || feet.length === 0) return;
  names.forEach((name, kind) => {
    pen.write({
      key: `slot-${number}-${kind}`,
      x: cells.at(kind).x,
      y: feet[0],
      texts: [pen.say(name)],
      room: cells.pitch * 0.96,
    });
  });
}
