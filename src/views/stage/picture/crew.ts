/** The actors that the picture draws at a station: all that the settings put there, named by the trace or not. */
import type { ActorState, StationState } from "../../../run/index.ts";

export type DrawnActor = Pick<ActorState, "activity" | "hand" | "sinceMs" | "untilMs">;

/** A worker that no row has named yet: it is waiting for its first element. */
const NOT_SEEN_YET: DrawnActor = { activity: "ready", hand: [], sinceMs: 0, untilMs: 0 };

/**
 * The actors of a station, in the order of their index. A trace first names a worker when it takes its first element,
 * so those that have not been named yet are filled in.
 */
export function crewOf({
  station,
  actors,
}: Pick<StationState, "station" | "actors">): readonly DrawnActor[] {
  const unseen = station.kind === "workers" ? (station.crew ?? 1) - actors.length : 0;
  if (unseen <= 0) return actors;
  return [...actors, ...new Array<DrawnActor>(unseen).fill(NOT_SEEN_YET)];
}
