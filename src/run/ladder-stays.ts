/** How an element can stay in a station, how that ends, and how far its line has come then. */

/**
 * `held`: in the hand of somebody who must wait before a station; `inside`: waits in a station, or is carried by a
 * network; `working`: in the hand of a worker.
 */
export const STAYS = ["held", "inside", "working"] as const;

export type StayKind = (typeof STAYS)[number];

/** How a stay ends: the element goes on, is done, is lost, or becomes part of another. */
export const STAY_ENDS = ["moved", "done", "lost", "merged"] as const;

export type StayEnd = (typeof STAY_ENDS)[number];

/** Elements whose end is not known yet stand behind each other in their band: the first to come is furthest ahead. */
export function shareOfRank(rank: number, n: number): number {
  return (n - rank) / (n + 1);
}

/** How far a line has come where its stay ends: one that is lost ends in the middle of the band. */
export function shareAtEnd(end: StayEnd): number {
  return end === "lost" || end === "merged" ? 0.5 : 1;
}
