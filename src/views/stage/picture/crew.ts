/** The actors that the picture draws at a station: all that the settings put there, seen or not. */
import type { ActorState, StationState } from "../../../run/index.ts";

export type DrawnActor = Pick<ActorState, "activity" | "hand" | "sinceMs" | "untilMs">;

/** A worker of which no row tells yet: it waits for its first element. */
const NOT_SEEN_YET: DrawnActor = { activity: "ready", hand: [], sinceMs: 0, untilMs: 0 };

/** The actors of a station in the order of their index. A run tells of a worker with its first element at the earliest. */
export function crewOf({
  station,
  actors,
}: Pick<StationState, "station" | "actors">): readonly DrawnActor[] {
  const unseen = station.kind === "workers" ? (station.crew ?? 1) - actors.length : 0;
  if (unseen <= 0) return actors;
  return [...actors, ...new Array<DrawnActor>(unseen).fill(NOT_SEEN_YET)];
}
