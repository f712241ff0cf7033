/** What all gates share: a housing on the rail, with words beneath it. */

import type { Station } from "../../../systems/index.ts";
import type { Box, Slot } from "./layout.ts";
import type { Pen } from "./pen.ts";
import type { Role } from "./shape.ts";
import type { Site } from "./site.ts";

/** How far a gate reaches above and beneath the rail. */
export function gateReach({ slot, pen }: Pick<Site<Station>, "slot" | "pen">): number {
  return heightOf(slot, pen) / 2 + pen.text * 0.2;
}

function heightOf({ bodyHeight }: Slot, { text }: Pen): number {
  return Math.max(0, Math.min(bodyHeight * 0.86, text * 7));
}

/** Draws the housing and its notes; returns the space inside it. */
export function drawGateBody(
  { pen, slot, number, feet }: Site<Station>,
  notes: readonly (readonly string[])[],
  role: Role = "quiet",
): Box {
  const height = heightOf(slot, pen);
  const width = Math.max(0, Math.min(slot.width, height * 1.7));
  const box = { x: slot.x + (slot.width - width) / 2, y: slot.y - height / 2, width, height };
  const key = `gate-${number}`;
  pen.rect(key, role, "hollow", box, Math.min(pen.text * 0.5, height / 5));
  const x = slot.x + slot.width / 2;
  notes.forEach((texts, i) => {
    pen.write({
      key: `${key}-note-${i}`,
      x,
      y: feet[i],
      texts,
      room: slot.width,
      role: i === 0 ? role : "quiet",
    });
  });
  const inset = Math.min(width, height) * 0.14;
  return {
    x: box.x + inset,
    y: box.y + inset,
    width: width - 2 * inset,
    height: height - 2 * inset,
  };
}
