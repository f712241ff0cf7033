/** A pool of threads that the workers share: a slot for each, taken while somebody works on it. */

import type { Brush } from "../brush.ts";
import { Fact } from "../one-buffer.ts";
import type { Shape } from "../shape.ts";
import { placeAt } from "./places.ts";
import type { Rooms } from "./rooms.ts";
import { textAt } from "./text-at.ts";
import { gateWords } from "./words.ts";

const PITCH = 16;
const SIZE = 12;

export function threadShapes(
  { say, count, state }: Brush,
  total: number,
  { first, name, text }: Rooms["pool"],
): Shape[] {
  const told = state.facts[Fact.THREADS] ?? Number.NaN;
  const free = Number.isNaN(told) ? total : told;
  return [
    textAt("threads-name", name, say(gateWords.threads)),
    ...Array.from({ length: total }, (_, index) =>
      placeAt(
        `thread-${index}`,
        { x: first.x + index * PITCH, y: first.y },
        SIZE,
        index < total - free,
        "working",
      ),
    ),
    textAt(
      "threads-note",
      text,
      say(gateWords.threadsFree, { n: count(free), of: count(total) }),
      "note",
      free === 0 ? "suspended" : "quiet",
    ),
  ];
}
