/** Signs in the circle of an actor that stands still: paused, finished, failed or cancelled. */
import type { Look } from "./looks.ts";
import { type Pen, type Point, tenths } from "./pen.ts";
import type { Role } from "./shape.ts";

export type Sign = "pause" | "tick" | "cross";

/** Draws a sign that reaches `r` px from its centre; with the look `sign` it stands out on a solid circle. */
export function drawSign(
  pen: Pen,
  key: string,
  look: Extract<Look, "line" | "sign">,
  role: Role,
  sign: Sign,
  { x, y }: Point,
  r: number,
): void {
  const width = Math.max(2, r * 0.5) / pen.scale;
  const d =
    sign === "pause"
      ? `M${tenths(x - r * 0.55)} ${tenths(y - r)}V${tenths(y + r)}M${tenths(x + r * 0.55)} ${tenths(y - r)}V${tenths(y + r)}`
      : sign === "tick"
        ? `M${tenths(x - r)} ${tenths(y)}l${tenths(r * 0.7)} ${tenths(r * 0.75)}l${tenths(r * 1.3)} ${tenths(-r * 1.5)}`
        : `M${tenths(x - r)} ${tenths(y - r)}l${tenths(2 * r)} ${tenths(2 * r)}m0 ${tenths(-2 * r)}l${tenths(-2 * r)} ${tenths(2 * r)}`;
  pen.path(`${key}-sign`, role, look, d, width);
}
