/** What a lane may be called, and how its name stands in a link: base64url of its UTF-8 bytes. */

/** In characters as people count them, as far as code points tell. */
export const MAX_LANE_NAME = 12;

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The part of a text that can be a name: no control characters, no blanks around it, not too long. */
export function laneNameOf(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return [...plain].slice(0, MAX_LANE_NAME).join("").trim();
}

/** A name as a link holds it. */
export function writeLaneName(name: string): string {
  const bytes = [...encodeURIComponent(name).matchAll(/%(..)|(.)/g)].map(([, hex, letter = ""]) =>
    hex === undefined ? letter.charCodeAt(0) : Number.parseInt(hex, 16),
  );
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,6}/g) ?? [])
    .map((six) => DIGITS.charAt(Number.parseInt(six.padEnd(6, "0"), 2)))
    .join("");
}

/** The name that a link holds; null if the text is none. */
export function readLaneName(text: string): string | null {
  const sixes = [...text.replace(/=+$/, "")].map((letter) => DIGITS.indexOf(letter));
  if (sixes.includes(-1)) return null;
  const bits = sixes.map((six) => six.toString(2).padStart(6, "0")).join("");
  const hex = (bits.match(/.{8}/g) ?? []).map((byte) => {
    return `%${Number.parseInt(byte, 2).toString(16).padStart(2, "0")}`;
  });
  try {
    const name = decodeURIComponent(hex.join(""));
    // What no page writes is no name: a link says the same on every page.
    return name !== "" && laneNameOf(name) === name ? name : null;
  } catch {
    return null;
  }
}
