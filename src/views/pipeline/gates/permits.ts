/** A semaphore: one key for each permit; the keys that are out leave their hooks empty. */

import type { Brush } from "../brush.ts";
import type { Point } from "../layout.ts";
import { Fact } from "../one-buffer.ts";
import type { Shape } from "../shape.ts";
import { barShapes, MOST_PLACES, placeAt, placesIn } from "./places.ts";
import type { StageOf } from "./plan.ts";
import type { GateRoom } from "./rooms.ts";
import { textAt } from "./text-at.ts";
import { gateWords } from "./words.ts";

/** From this pitch on, in px, a key looks like one. */
const KEY_PX = 15;

export function permitShapes(
  { say, count, state }: Brush,
  { total }: StageOf<"permits">,
  room: GateRoom,
): Shape[] {
  const told = state.facts[Fact.PERMITS] ?? Number.NaN;
  const free = Number.isNaN(told) ? total : Math.max(0, told);
  const role = free === 0 ? "suspended" : "quiet";
  return [
    textAt("permits-name", room.title, say(gateWords.permits), "name"),
    ...keys(room, total, free),
    textAt(
      "permits-note",
      room.lines[0],
      say(gateWords.permitsFree, { n: count(free), of: count(total) }),
      "note",
      role,
    ),
  ];
}

function keys({ symbol }: GateRoom, total: number, free: number): Shape[] {
  if (total > MOST_PLACES) {
    const { x, y, width, height } = symbol;
    const bar = { x: x + 4, y: y + height / 2 - 5, width: width - 8, height: 10 };
    return barShapes("permits", bar, free / total, "permit");
  }
  const perRow = total > 10 ? 10 : 5;
  const { at, pitch } = placesIn(symbol, total, perRow, 20);
  return Array.from({ length: total }, (_, index): Shape => {
    const key = `permit-${index}`;
    const isFree = index < free;
    if (pitch < KEY_PX) return placeAt(key, at(index), pitch - 2, isFree, "permit");
    return {
      key,
      type: "line",
      style: isFree ? "permit" : "permit-taken",
      role: isFree ? "permit" : "quiet",
      d: isFree ? keyPath(at(index)) : hookPath(at(index)),
    };
  });
}

function keyPath({ x, y }: Point): string {
  const bow = `M${x - 4.5} ${y - 4}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0`;
  return `${bow}M${x} ${y + 0.5}V${y + 9}M${x} ${y + 5}H${x + 3.5}M${x} ${y + 9}H${x + 4.5}`;
}

/** What the key hung on. */
function hookPath({ x, y }: Point): string {
  return `M${x - 2} ${y - 6}a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M${x} ${y - 4}v4a3 3 0 0 0 6 0`;
}
