/** How the stations of a picture are wrapped into rows. */
import type { Needs } from "./layout.ts";

export interface Split {
  /** The size of text that fits, in px; it may be too small to read. */
  readonly text: number;
  /** For each row, the index after its last part. */
  readonly ends: readonly number[];
}

/** The factor by which an additional row must enlarge the text to be worth it. */
const WORTH_A_ROW = 1.6;
const MOST_ROWS = 4;

/**
 * The wrapping that leaves the text largest, with a preference for few rows. Parts are station, way, station, ..., end;
 * a row ends after a station. `rowHeight` is the height of a comfortable row, in multiples of the text's size.
 */
export function fewestRows(
  parts: readonly Needs[],
  width: number,
  height: number,
  leastText: number,
  rowHeight: number,
): Split {
  let best: Split | null = null;
  let bestScore = 0;
  const stations = Math.ceil((parts.length - 1) / 2);
  for (let rows = 1; rows <= Math.min(MOST_ROWS, stations); rows++) {
    const ends = split(parts, rows);
    const ideal = widest(parts, ends, "ideal");
    const least = widest(parts, ends, "least");
    const byWidth = Math.min(Math.max(leastText, width / ideal), width / least);
    const text = Math.min(
      byWidth,
      Math.max(height / rows / rowHeight, byHeight(height / rows, leastText)),
    );
    const score = text / WORTH_A_ROW ** (rows - 1);
    if (best === null || score > bestScore) {
      best = { text, ends };
      bestScore = score;
    }
  }
  return best ?? { text: leastText, ends: [parts.length] };
}

/** The size of text that a low row takes: the least size, or less if the row is lower than three lines. */
function byHeight(height: number, leastText: number): number {
  return height >= 3 * leastText ? leastText : height / 3;
}

function widest(parts: readonly Needs[], ends: readonly number[], key: "least" | "ideal"): number {
  let first = 0;
  let most = 1;
  for (const end of ends) {
    most = Math.max(most, sumOf(parts, first, end, key));
    first = end;
  }
  return most;
}

function sumOf(
  parts: readonly Needs[],
  first: number,
  end: number,
  key: "least" | "ideal",
): number {
  let sum = 1;
  for (let i = first; i < end; i++) sum += (parts[i] as Needs)[key];
  return sum;
}

/** Cuts the parts into `rows` rows, so that the widest is as narrow as possible. */
function split(parts: readonly Needs[], rows: number): number[] {
  const { length } = parts;
  if (rows === 1) return [length];
  let best: number[] = [];
  let narrowest = Number.POSITIVE_INFINITY;
  // A row ends after a station, so every cut is at an odd index. The end stays with the last station.
  for (let cut = 1; cut < length - 1; cut += 2) {
    if ((cut + 1) / 2 < rows - 1) continue;
    const ends = [...splitFirst(parts, cut, rows - 1), length];
    const width = widest(parts, ends, "ideal");
    if (width < narrowest) {
      narrowest = width;
      best = ends;
    }
  }
  return best.length > 0 ? best : [length];
}

function splitFirst(parts: readonly Needs[], end: number, rows: number): number[] {
  return split([...parts.slice(0, end), NOTHING], rows).map((cut) => Math.min(cut, end));
}

const NOTHING: Needs = { least: 0, ideal: 0, grow: 0 };
