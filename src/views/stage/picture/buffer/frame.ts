/** The frame of a buffer: it bulges and thickens as the buffer fills, and is open if the buffer has no bound. */
import type { BufferStation } from "../../../../systems/index.ts";
import { tenths } from "../pen.ts";
import type { Site } from "../site.ts";
import type { Cells } from "./cells.ts";

interface Filling {
  /** The number of cells within the capacity; without a bound, those of all full lines. */
  readonly places: number;
  readonly full: boolean;
  /** How much the frame bulges, 0 to 1. */
  readonly strain: number;
  readonly open: boolean;
}

export function drawFrame(
  { pen, number, slot }: Site<BufferStation>,
  cells: Cells,
  filling: Filling,
): void {
  const { frame } = cells;
  const { x, y, width, height } = frame;
  const { strain, full, open } = filling;
  // It bulges only into the space that the labels leave.
  const bulge = strain * Math.min(pen.text * 0.34, (slot.bodyHeight - height) / 4 + pen.text * 0.1);
  const side = bulge * 0.5;
  const corner = Math.min(pen.text * 0.35, width / 4, height / 4);
  const [right, bottom] = [x + width, y + height];
  const [mx, my] = [x + width / 2, y + height / 2];
  const d =
    `M${t(x + corner)} ${t(y)}Q${t(mx)} ${t(y - 2 * bulge)} ${t(right - corner)} ${t(y)}` +
    `Q${t(right)} ${t(y)} ${t(right)} ${t(y + corner)}Q${t(right + side)} ${t(my)} ${t(right)} ${t(bottom - corner)}` +
    `Q${t(right)} ${t(bottom)} ${t(right - corner)} ${t(bottom)}Q${t(mx)} ${t(bottom + 2 * bulge)} ${t(x + corner)} ${t(bottom)}` +
    `Q${t(x)} ${t(bottom)} ${t(x)} ${t(bottom - corner)}Q${t(x - side)} ${t(my)} ${t(x)} ${t(y + corner)}` +
    `Q${t(x)} ${t(y)} ${t(x + corner)} ${t(y)}z`;
  pen.path(
    `frame-${number}`,
    "waiting",
    open ? "open" : full ? "strained" : "frame",
    d,
    1.4 + 2.2 * strain,
  );
  if (cells.form !== "cells") return;
  // One path for all places, because they change only with the capacity.
  let places = "";
  const half = cells.size / 2;
  for (let index = 0; index < filling.places; index++) {
    const at = cells.at(index);
    places += `M${t(at.x - half)} ${t(at.y - half)}h${t(cells.size)}v${t(cells.size)}h${t(-cells.size)}z`;
  }
  pen.path(`places-${number}`, "quiet", "cell", places, 1);
}

const t = tenths;
