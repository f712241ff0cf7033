/** How many actors are held, and before which stations: every "held" on the page is counted here. */
import type { Station } from "../systems/index.ts";
import type { RunState, StationState } from "./run-state.ts";

/** Whether actors held before `station` wait for room, rather than for a permit, a thread or a point in time. */
export function isHeldForRoom(station: Station | undefined): boolean {
  return station?.kind === "buffer";
}

/** The number of actors held before all stations of one kind. */
export function heldBefore({ stations }: RunState, kind: Station["kind"]): number {
  return stations.reduce(
    (sum, each) => (each.station.kind === kind ? sum + heldBeforeOne(each) : sum),
    0,
  );
}

/** The number of actors held before any station: the number that the page calls "held". */
export function heldAnywhere({ stations }: RunState): number {
  return stations.reduce((sum, each) => sum + heldBeforeOne(each), 0);
}

/**
 * Counts the actors with an element in hand, and before a buffer also producers whose call returns only when their
 * element is done. A producer that waits at a gate before it makes its next element has nothing to hold back.
 */
function heldBeforeOne({ station, held }: StationState): number {
  return held.filter(({ element }) => element >= 0 || isHeldForRoom(station)).length;
}

/** Whether `element` waits in a station; false for -1, which stands for no element. */
export function waitsAnywhere({ stations }: RunState, element: number): boolean {
  return element >= 0 && stations.some(({ contents }) => contents.toArray().includes(element));
}
