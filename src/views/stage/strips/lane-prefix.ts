/** Says in a table which lane something belongs to. */
import type { StripInput } from "./strip.ts";

/** The lane's name and a comma; empty if there is only one lane. */
export function lanePrefix({ recordings, laneNames }: StripInput, lane: number): string {
  return recordings.length > 1 ? `${laneNames[lane] ?? lane + 1}, ` : "";
}
