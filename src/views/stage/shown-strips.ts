/** How many strips there is room for under the lanes, and which strips need more of it. */
import type { StripId } from "../../scenarios/index.ts";

/** The number of strips by the number of lanes: one lane's picture keeps half of the window, several keep theirs. */
const ROOM_FOR: readonly number[] = [3, 3, 2, 1, 1];

/** The strips that have a band for each lane; the others draw all lanes in one place. */
const BANDED: ReadonlySet<StripId> = new Set([
  "demand",
  "shares",
  "attempts",
  "arrived",
  "breaker",
]);

/** Whether one of the strips has bands, and so needs height for each lane. */
export function haveBands(ids: readonly StripId[]): boolean {
  return ids.some((id) => BANDED.has(id));
}

/**
 * The strips that are shown: the first of the chosen ones, as many as there is room for. `drawn` says whether the user
 * is drawing, or has drawn, a prediction of the depth, which needs the strip of depth.
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
 * The strips with that of depth. If it is not among them, it replaces the last one, so that the picture keeps its
 * height; a single strip is kept beside it. The user's choice of strips stays as it is.
 */
export function withDepth(ids: readonly StripId[]): readonly StripId[] {
  return ids.includes("depth") ? ids : ["depth", ...(ids.length > 1 ? ids.slice(0, -1) : ids)];
}
