/** The network between producer and buffer: elements in flight, each as far as it has come. */

import type { Brush } from "../brush.ts";
import type { Carrier } from "../one-buffer.ts";
import type { Shape } from "../shape.ts";
import type { Plan } from "./plan.ts";
import type { Cable } from "./rooms.ts";
import { textAt } from "./text-at.ts";
import { gateWords } from "./words.ts";

/** More elements than this are a flow. */
const MOST_SEEN = 20;
/** The smallest that can be told apart, and the smallest with a number, in px. */
const LEAST_PX = 7;
const READABLE_PX = 14;
const STREAM_PX_PER_MS = 0.16;

export function networkShapes(brush: Brush, { latencyMs }: Plan, cable: Cable): Shape[] {
  const { say, count, state, input } = brush;
  const { from, to } = cable;
  const wide = input.layout.horizontal;
  const flying = state.carriers.filter(({ activity }) => activity === "delay");
  const half = wide ? 16 : 13;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const most = Math.min(MOST_SEEN, Math.floor(length / LEAST_PX));
  const size = Math.min(
    wide ? 24 : 18,
    Math.max(LEAST_PX, (0.86 * length) / Math.max(1, flying.length)),
  );
  const shift = -((input.timeMs / input.speed) * STREAM_PX_PER_MS);
  return [
    {
      key: "cable",
      type: "rect",
      style: "cable",
      role: "quiet",
      x: wide ? from.x - half : from.x - half,
      y: wide ? from.y - half : from.y - 4,
      width: wide ? to.x - from.x + 2 * half : 2 * half,
      height: wide ? 2 * half : to.y - from.y + 8,
      corner: half,
    },
    ...(flying.length > most
      ? [
          {
            key: "cable-stream",
            type: "line",
            style: "stream",
            role: "produced",
            d: `M${from.x} ${from.y}L${to.x} ${to.y}`,
            shift: input.still ? 0 : shift,
          } as const,
        ]
      : flying.map((carrier): Shape => {
          const share = shareOf(brush, carrier);
          return {
            key: `carried-${carrier.element}`,
            type: "token",
            role: "produced",
            mark: "none",
            label: size < READABLE_PX ? "" : String(carrier.element),
            x: from.x + (to.x - from.x) * share,
            y: from.y + (to.y - from.y) * share,
            size,
          };
        })),
    textAt("network-name", cable.title, say(gateWords.network), wide ? "name" : "note"),
    textAt(
      "network-note",
      cable.line,
      wide
        ? say(gateWords.inFlight, { ms: count(latencyMs), n: count(flying.length) })
        : say(gateWords.flying, { n: count(flying.length) }),
    ),
  ];
}

/** How far on its way; in quarters where nothing is to move. */
function shareOf({ input }: Brush, { sinceMs, untilMs }: Carrier): number {
  const length = untilMs - sinceMs;
  const share = length <= 0 ? 1 : Math.min(1, Math.max(0, (input.timeMs - sinceMs) / length));
  return input.still ? Math.floor(share * 4) / 4 : share;
}
