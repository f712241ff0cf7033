/**
 * Where the stations of a picture stand, in px. The room is cut into rows, a row into slots (stations, the
 * ways between them, the end), and a slot into bands for labels and a body. Each drawing keeps to its slot, so that
 * no two of them touch.
 */
import { fewestRows, type Split } from "./rows.ts";
import { shareWidth } from "./share-width.ts";

/** How much width something needs, in multiples of the text's size. */
export interface Needs {
  readonly least: number;
  /** A comfortable width. */
  readonly ideal: number;
  /** Its weight when what is left of the width is shared. */
  readonly grow: number;
  /** The width of the labels on the line above it. */
  readonly above?: number;
}

export interface Slot {
  readonly x: number;
  readonly width: number;
  /** The row's edges. */
  readonly top: number;
  readonly bottom: number;
  /** Where the rail runs. */
  readonly y: number;
  readonly bodyTop: number;
  readonly bodyHeight: number;
  /** Baseline of the label above the body; null where there is no room for one. */
  readonly head: number | null;
  /** Baseline of a second label above it, in a row where one line is too short for all names; null for none. */
  readonly over: number | null;
  /** Baselines of the labels beneath the body. */
  readonly feet: readonly number[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
  /** No label is smaller than this, in px. */
  readonly leastText?: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Size of the smallest label, in px: the measure of everything else. */
  readonly text: number;
  /** No label and no number on an element is smaller than this, in px. */
  readonly least: number;
  /** The distance from one line of labels to the next. */
  readonly lineHeight: number;
  readonly rows: number;
  /** By the station's number. */
  readonly stations: readonly Slot[];
  /** The way to each station, by the station's number; null for the first. */
  readonly ways: readonly (Slot | null)[];
  /** Where finished elements go. */
  readonly end: Slot;
  /** The box of the answer's strip under the stations; null if there is none. */
  readonly answer: Box | null;
}

/** The needs of the stations, of the way to each (null for the first), of the end, and of an answer. */
export interface Wanted {
  readonly stations: readonly Needs[];
  readonly ways: readonly (Needs | null)[];
  readonly end: Needs;
  /** Height of the answer's strip as a share of the room; 0 for no strip. */
  readonly answerShare: number;
}

export const LEAST_TEXT = 12;
const MOST_TEXT = 46;
const LINE = 1.34;
/** The height of a comfortable row, in multiples of the text's size. */
const ROW = 10.5;
/** The least and the greatest height of a row's body, in multiples of the text's size. */
const LEAST_BODY = 2.3;
const MOST_BODY = 15;
const MARGIN = 0.5;
/** A row lower than this, in multiples of the text's size, has no second line of names. */
const LEAST_CROWDED = 5.5;
/** The least height of an answer's strip, in multiples of the text's size: in a lower one there is nothing to see. */
const LEAST_ANSWER = 4;
/** The least height that a strip leaves to the stations, in multiples of the text's size; otherwise it is left out. */
const LEAST_STAGE = 5.8;

/** Lays out the stations in a room. All numbers are finite and not negative, in any room of 1 px and more. */
export function layoutOf(room: Room, wanted: Wanted): Layout {
  const width = Math.max(1, room.width);
  const height = Math.max(1, room.height);
  const least = room.leastText ?? LEAST_TEXT;
  const answerHeight = answerOf(height, wanted.answerShare, least);
  const stage = height - answerHeight;
  const parts = partsOf(wanted);
  const split = fewestRows(parts, width, stage, least, ROW);
  const text = Math.max(least, Math.min(MOST_TEXT, split.text));
  const rows = rowsOf(split, parts, width, stage, text);
  const slots = rows.flat();
  const stations: Slot[] = [];
  const ways: (Slot | null)[] = [];
  wanted.stations.forEach((_, station) => {
    ways.push(station === 0 ? null : (slots[2 * station - 1] ?? null));
    stations.push(slots[2 * station] as Slot);
  });
  return {
    width,
    height,
    text,
    least,
    lineHeight: text * LINE,
    rows: rows.length,
    stations,
    ways,
    end: slots.at(-1) as Slot,
    answer: answerHeight === 0 ? null : { x: 0, y: stage, width, height: answerHeight },
  };
}

/** The height of the answer's strip: its share, or its least height if that is more; 0 if that left too little. */
function answerOf(height: number, share: number, text: number): number {
  if (share === 0) return 0;
  const answer = Math.max(height * share, LEAST_ANSWER * text);
  return height - answer < LEAST_STAGE * text ? 0 : answer;
}

/** The parts in order: station, way, station, ..., end. A row may begin with a way. */
function partsOf({ stations, ways, end }: Wanted): Needs[] {
  const parts: Needs[] = [];
  stations.forEach((needs, station) => {
    if (station > 0) parts.push(ways[station] ?? { least: 1, ideal: 2, grow: 0 });
    parts.push(needs);
  });
  parts.push(end);
  return parts;
}

function rowsOf(
  { ends }: Split,
  parts: readonly Needs[],
  width: number,
  height: number,
  text: number,
): Slot[][] {
  const rowHeight = height / ends.length;
  const margin = Math.min(text * MARGIN, width / 20);
  let first = 0;
  return ends.map((end, row) => {
    const members = parts.slice(first, end);
    first = end;
    const widths = shareWidth(members, width - 2 * margin, text);
    const crowded = members.some(({ above = 0 }, i) => above * text > (widths[i] as number));
    const bands = bandsOf(row * rowHeight, rowHeight, text, crowded);
    let x = margin;
    return widths.map((slotWidth): Slot => {
      const slot = { ...bands, x, width: slotWidth };
      x += slotWidth;
      return slot;
    });
  });
}

/** The bands of a row: a label above (two if it is crowded), the body, and as many labels beneath as leave it room. */
function bandsOf(
  rowTop: number,
  rowHeight: number,
  text: number,
  crowded: boolean,
): Omit<Slot, "x" | "width"> {
  const line = text * LINE;
  const over = crowded && rowHeight >= LEAST_CROWDED * text ? line : 0;
  const top = rowTop + over;
  const height = rowHeight - over;
  const most = Math.min(MOST_BODY * text, height);
  const lines = Math.max(0, Math.floor((height - LEAST_BODY * text) / line));
  let feet = Math.max(0, Math.min(4, lines - 1));
  const head = lines > 0;
  while (feet > 0 && height - (feet + 1) * line < 0.42 * height) feet--;
  const bodyHeight = Math.min(most, height - (feet + (head ? 1 : 0)) * line);
  const used = bodyHeight + (feet + (head ? 1 : 0)) * line;
  const start = top + (height - used) / 2;
  const bodyTop = start + (head ? line : 0);
  const baseline = head ? bodyTop - text * 0.34 : null;
  return {
    top: rowTop,
    bottom: top + height,
    bodyTop,
    bodyHeight,
    y: bodyTop + bodyHeight / 2,
    head: baseline,
    over: baseline === null || over === 0 ? null : baseline - line,
    feet: Array.from({ length: feet }, (_, i) => bodyTop + bodyHeight + line * i + text * 1.02),
  };
}
