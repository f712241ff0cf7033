/** The ways in which an element stays in a station, how a stay ends, and how far its line has come by then. */

/**
 * `held`: in the hand of an actor that must wait before a station; `inside`: waiting in a station, or carried by a
 * network; `working`: in the hand of a worker.
 */
export const STAYS = ["held", "inside", "working"] as const;

export type StayKind = (typeof STAYS)[number];

/** How a stay ends: the element goes on, is done, is lost, or becomes part of another. */
export const STAY_ENDS = ["moved", "done", "lost", "merged"] as const;

export type StayEnd = (typeof STAY_ENDS)[number];

/**
 * How far through its band the line of an element has come whose end is not known yet: the `n` of them queue up, and
 * the one that came first (`rank` 0) is furthest ahead.
 */
export function shareOfRank(rank: number, n: number): number {
  return (n - rank) / (n + 1);
}

/** How far through its band a line has come when its stay ends: a lost or merged one ends in the middle. */
export function shareAtEnd(end: StayEnd): number {
  return end === "lost" || end === "merged" ? 0.5 : 1;
}
