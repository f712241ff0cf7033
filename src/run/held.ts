/** Who is held, over all stations. */
import type { RunState } from "./run-state.ts";

/**
 * How many wait before a station with an element in hand, and producers whose call returns only when their element
 * is done: the number that the page calls "held".
 */
export function heldIn({ stations }: RunState): number {
  return stations.reduce((sum, { station, actors, held }) => {
    const inTheirCalls = actors.filter(
      ({ heldAt, hand }) => hand.length === 0 && stations[heldAt]?.station.kind === "buffer",
    );
    const inHand = held.filter(({ element }) => element >= 0);
    return sum + inHand.length + (station.kind === "source" ? inTheirCalls.length : 0);
  }, 0);
}
