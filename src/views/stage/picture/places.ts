/** Small places in a grid: permits, tokens, threads, failures. */
import type { Box } from "./layout.ts";
import type { Pen } from "./pen.ts";
import { tenths } from "./pen.ts";
import type { Role } from "./shape.ts";

interface Places {
  readonly key: string;
  readonly box: Box;
  readonly count: number;
  /** How many of them, from the first on, are drawn filled. */
  readonly filled: number;
  readonly role: Role;
  readonly form: "round" | "square";
}

/** More places than this are drawn as one bar. */
const MOST = 60;

export function drawPlaces(pen: Pen, { key, box, count, filled, role, form }: Places): void {
  if (count <= 0 || box.width < 2 || box.height < 2) return;
  if (count > MOST) {
    drawBar(pen, key, box, filled / count, role);
    return;
  }
  let best = { columns: 1, rows: count, pitch: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const pitch = Math.min(box.width / columns, box.height / rows, pen.text * 2);
    if (pitch > best.pitch * 1.02) best = { columns, rows, pitch };
  }
  const { columns, rows, pitch } = best;
  const left = box.x + (box.width - columns * pitch) / 2;
  const top = box.y + (box.height - rows * pitch) / 2;
  const one = form === "round" ? disc : square;
  let full = "";
  let empty = "";
  for (let i = 0; i < count; i++) {
    const x = left + ((i % columns) + 0.5) * pitch;
    const y = top + (Math.floor(i / columns) + 0.5) * pitch;
    if (i < filled) full += one(x, y, pitch * 0.39);
    else empty += one(x, y, pitch * 0.36);
  }
  pen.path(`${key}-empty`, role, "ink", empty, 1.2, 0.75);
  pen.path(`${key}-full`, role, "solid-lined", full, 1.2);
}

/** Draws a bar that is filled from the left by `share`, from 0 to 1. */
export function drawBar(pen: Pen, key: string, box: Box, share: number, role: Role): void {
  const height = Math.min(box.height, pen.text * 1.1);
  const y = box.y + (box.height - height) / 2;
  const filled = Math.min(1, Math.max(0, share)) * box.width;
  pen.rect(`${key}-whole`, "quiet", "bed", { ...box, y, height }, height * 0.3);
  pen.rect(`${key}-part`, role, "solid", { ...box, y, height, width: filled }, height * 0.3);
}

function disc(x: number, y: number, r: number): string {
  return `M${tenths(x - r)} ${tenths(y)}a${tenths(r)} ${tenths(r)} 0 1 1 ${tenths(2 * r)} 0a${tenths(r)} ${tenths(r)} 0 1 1 ${tenths(-2 * r)} 0z`;
}

function square(x: number, y: number, r: number): string {
  return `M${tenths(x - r)} ${tenths(y - r)}h${tenths(2 * r)}v${tenths(2 * r)}h${tenths(-2 * r)}z`;
}
