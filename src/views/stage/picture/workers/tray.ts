/** The tray in which a worker gathers a batch before it processes the whole of it. */

import type { Station } from "../../../../systems/index.ts";
import { cellsIn } from "../buffer/cells.ts";
import type { Slot } from "../layout.ts";
import type { Pen } from "../pen.ts";
import type { Site } from "../site.ts";

type WorkersStation = Extract<Station, { kind: "workers" }>;

/** How much of the slot's width the tray takes, in px; 0 if there is no tray. */
export function trayWidth({ width }: Slot, { batch }: WorkersStation, { text }: Pen): number {
  return batch === undefined ? 0 : Math.min(width * 0.55, text * (2 + batch.size));
}

export function drawTray(
  { pen, slot, number, station, state }: Site<WorkersStation>,
  size: number,
): void {
  const width = trayWidth(slot, station, pen);
  const height = Math.min(slot.bodyHeight, pen.text * 7);
  const hand = state.actors[0]?.hand ?? [];
  const box = {
    x: slot.x,
    y: slot.y - height / 2,
    width: Math.max(0, width - pen.text * 0.5),
    height,
  };
  const cells = cellsIn(box, Math.max(size, hand.length), pen.text);
  const works = state.actors[0]?.activity === "busy";
  pen.rect(
    `tray-${number}`,
    works ? "working" : "quiet",
    works ? "body" : "hollow",
    cells.frame,
    pen.text * 0.3,
  );
  if (cells.form === "level") return;
  hand.forEach((element, index) => {
    pen.token(element, cells.at(index), cells.size, { role: works ? "working" : "waiting" });
  });
}
