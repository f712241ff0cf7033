/** How many strips have room under how many lanes, and which need more of it. */
import type { StripId } from "../../scenarios/index.ts";

/** With one lane the picture keeps half of the window; with many lanes each lane keeps its picture. */
const ROOM_FOR: readonly number[] = [3, 3, 2, 1, 1];

/** Those that have a band for each lane, where others draw the lanes over each other. */
const BANDED: ReadonlySet<StripId> = new Set([
  "demand",
  "shares",
  "attempts",
  "arrived",
  "breaker",
]);

/** Whether one of the strips needs height for each lane. */
export function haveBands(ids: readonly StripId[]): boolean {
  return ids.some((id) => BANDED.has(id));
}

/**
 * The first of the strips, as many as there is room for. `drawn`: whether somebody draws the depth that is expected, or
 * has drawn it.
 */
export function shownStrips(
  ids: readonly StripId[],
  lanes: number,
  drawn: boolean,
): readonly StripId[] {
  const room = ROOM_FOR[lanes - 1] ?? 1;
  const shown = ids.slice(0, room);
  return drawn ? withDepth(shown).slice(0, room) : shown;
}

/**
 * With the strip that is drawn on: where it is not chosen, it stands in the place of the last one, so that the picture
 * keeps its height; beside a single one it is added. It is none of the choice of strips.
 */
export function withDepth(ids: readonly StripId[]): readonly StripId[] {
  return ids.includes("depth") ? ids : ["depth", ...(ids.length > 1 ? ids.slice(0, -1) : ids)];
}
