/** How many actors are held, and before which stations: every number of the page that says "held" is counted here. */
import type { Station } from "../systems/index.ts";
import type { RunState, StationState } from "./run-state.ts";

/** Whether actors held before `station` wait for room, rather than for a permit, a thread or a time. */
export function isHeldForRoom(station: Station | undefined): boolean {
  return station?.kind === "buffer";
}

/** How many are held before all stations of a kind. */
export function heldBefore({ stations }: RunState, kind: Station["kind"]): number {
  return stations.reduce(
    (sum, each) => (each.station.kind === kind ? sum + heldBeforeOne(each) : sum),
    0,
  );
}

/** How many are held before any station: the number that the page calls "held". */
export function heldAnywhere({ stations }: RunState): number {
  return stations.reduce((sum, each) => sum + heldBeforeOne(each), 0);
}

/**
 * Those with an element in hand; before a buffer also producers whose call returns only when their element is done. A
 * producer that waits at a gate before it makes its next element holds nothing back.
 */
function heldBeforeOne({ station, held }: StationState): number {
  return held.filter(({ element }) => element >= 0 || isHeldForRoom(station)).length;
}

/** Whether an element waits in a station; it may be -1, for none. */
export function waitsAnywhere({ stations }: RunState, element: number): boolean {
  return element >= 0 && stations.some(({ contents }) => contents.toArray().includes(element));
}
