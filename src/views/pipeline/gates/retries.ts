/** Calls that are made again: how often in all, and a way back around who makes them. */

import type { Brush } from "../brush.ts";
import { Fact } from "../one-buffer.ts";
import type { Shape } from "../shape.ts";
import type { StageOf } from "./plan.ts";
import type { Spot } from "./rooms.ts";
import { textAt } from "./text-at.ts";
import { gateWords } from "./words.ts";

/** Smaller workers stand too close to each other for an arrow around each. */
const LEAST_RADIUS = 20;

export function retryShapes(
  { say, count, state, input }: Brush,
  { attempts }: StageOf<"retries">,
  spot: Spot,
): Shape[] {
  const made = state.facts[Fact.ATTEMPTS] || 0;
  const text = say(gateWords.retries, { n: count(made), of: count(attempts) });
  return [
    ...input.layout.workers
      .filter(({ radius }) => radius >= LEAST_RADIUS)
      .map(({ x, y, radius }, index): Shape => {
        const reach = radius + 6;
        const [start, end] = [turned(x, y, reach, -50), turned(x, y, reach, 215)];
        return {
          key: `retry-${index}`,
          type: "line",
          style: "outline",
          role: "quiet",
          d:
            `M${start}A${reach} ${reach} 0 0 0 ${end}` +
            `M${turned(x, y, reach - 4, 221)}L${end}L${turned(x, y, reach + 5, 224)}`,
        };
      }),
    textAt("retries", spot, text),
  ];
}

/** The point on a circle at so many degrees, clockwise from the right. */
function turned(x: number, y: number, radius: number, degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  return `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y + radius * Math.sin(angle)).toFixed(1)}`;
}
