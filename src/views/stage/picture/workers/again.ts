/** The arrow around a worker that retries calls that fail. */
import { type Pen, type Point, tenths } from "../pen.ts";

/** The least radius of a circle with an arrow, in px: smaller circles are too close together. */
const LEAST_RADIUS = 16;

export function drawAgain(pen: Pen, key: string, { x, y }: Point, radius: number): void {
  if (radius < LEAST_RADIUS) return;
  const reach = radius * 0.78;
  const turned = (degrees: number, far = reach) => {
    const angle = (degrees * Math.PI) / 180;
    return `${tenths(x + far * Math.cos(angle))} ${tenths(y + far * Math.sin(angle))}`;
  };
  const head = radius * 0.16;
  const d =
    `M${turned(-60)}A${tenths(reach)} ${tenths(reach)} 0 0 0 ${turned(215)}` +
    `M${turned(228, reach - head)}L${turned(215)}L${turned(228, reach + head)}`;
  pen.path(`${key}-again`, "quiet", "thin", d, 1.2);
}
