/** Which lane something in a table belongs to, where there are several. */
import type { StripInput } from "./strip.ts";

/** The lane's name and a comma, or nothing for one lane. */
export function lanePrefix({ recordings, laneNames }: StripInput, lane: number): string {
  return recordings.length > 1 ? `${laneNames[lane] ?? lane + 1}, ` : "";
}
