/** The names that a lane may have. */

/** In code points, which are close to the characters that people count. */
export const MAX_LANE_NAME = 12;

/** Makes a name of any text: removes control characters and surrounding blanks, and cuts it at `MAX_LANE_NAME`. */
export function laneNameOf(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return [...plain].slice(0, MAX_LANE_NAME).join("").trim();
}
