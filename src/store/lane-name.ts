/** Which names a lane may have. */

/** In characters as people count them, as far as code points tell. */
export const MAX_LANE_NAME = 12;

/** The part of a text that can be a name: no control characters, no blanks around it, not too long. */
export function laneNameOf(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return [...plain].slice(0, MAX_LANE_NAME).join("").trim();
}
