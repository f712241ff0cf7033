/** Who is held with an element in hand, over all stations. */
import type { RunState } from "./run-state.ts";

/** How many wait before a station with an element in hand: the number that the page calls "held". */
export function heldIn({ stations }: RunState): number {
  return stations.reduce((sum, { held }) => sum + held.filter(hasElement).length, 0);
}

function hasElement({ element }: { readonly element: number }): boolean {
  return element >= 0;
}
