/** What all gates share: a housing on the rail with the gate's name above and words beneath. */

import type { Text } from "../../../i18n/index.ts";
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

/** Draws the housing, its name and its notes; returns the room inside of it. Of the names the first that fits is taken. */
export function drawGateBody(
  { pen, slot, station, number, feet }: Site<Station>,
  names: readonly Text[],
  notes: readonly (readonly string[])[],
  role: Role = "quiet",
): Box {
  const height = heightOf(slot, pen);
  const width = Math.max(0, Math.min(slot.width, height * 1.7));
  const box = { x: slot.x + (slot.width - width) / 2, y: slot.y - height / 2, width, height };
  const key = `gate-${number}`;
  pen.rect(key, role, "hollow", box, Math.min(pen.text * 0.5, height / 5));
  const x = slot.x + slot.width / 2;
  pen.write({
    key: `${key}-name`,
    names: true,
    x,
    y: slot.head,
    texts:
      station.name === undefined ? names.map((name) => pen.say(name)) : [pen.say(station.name)],
    room: slot.width,
    weight: "strong",
  });
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
