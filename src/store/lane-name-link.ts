/** The name of a lane in a link: base64url of its UTF-8 bytes. */
import { laneNameOf } from "./lane-name.ts";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Encodes a name for a link. */
export function writeLaneName(name: string): string {
  const bytes = [...encodeURIComponent(name).matchAll(/%(..)|(.)/g)].map(([, hex, letter = ""]) =>
    hex === undefined ? letter.charCodeAt(0) : Number.parseInt(hex, 16),
  );
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,6}/g) ?? [])
    .map((six) => DIGITS.charAt(Number.parseInt(six.padEnd(6, "0"), 2)))
    .join("");
}

/** Decodes a name from a link; null if the text is not one. */
export function readLaneName(text: string): string | null {
  const sixes = [...text].map((letter) => DIGITS.indexOf(letter));
  if (sixes.includes(-1)) return null;
  const bits = sixes.map((six) => six.toString(2).padStart(6, "0")).join("");
  const hex = (bits.match(/.{8}/g) ?? []).map((byte) => {
    return `%${Number.parseInt(byte, 2).toString(16).padStart(2, "0")}`;
  });
  try {
    const name = decodeURIComponent(hex.join(""));
    // A text that the page would not have written is no name, so a link means the same on every page.
    return name !== "" && laneNameOf(name) === name && writeLaneName(name) === text ? name : null;
  } catch {
    return null;
  }
}
