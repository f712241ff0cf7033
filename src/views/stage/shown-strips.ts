/** How many strips have room under how many lanes. */
import type { StripId } from "../../scenarios/index.ts";

/** With one lane the picture keeps half of the window; with many lanes each lane keeps its picture. */
const ROOM_FOR: readonly number[] = [3, 3, 2, 1, 1];

/** The first of the strips, as many as there is room for. */
export function shownStrips(ids: readonly StripId[], lanes: number): readonly StripId[] {
  return ids.slice(0, ROOM_FOR[lanes - 1] ?? 1);
}
