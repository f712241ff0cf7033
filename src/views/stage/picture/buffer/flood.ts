/**
 * A buffer without a bound that holds more elements than a default one: one dot per element, from the floor of the
 * picture up. The flood leaves its frame, covers the picture at `FULL_AT` elements, and then its dots get finer.
 */
import type { Text } from "../../../../i18n/index.ts";
import { heapBytes } from "../../../../run/index.ts";
import type { BufferStation } from "../../../../systems/index.ts";
import type { Box, Slot } from "../layout.ts";
import { type Pen, tenths } from "../pen.ts";
import type { Site } from "../site.ts";
import { cellsIn } from "./cells.ts";

/** A default buffer of Kotlin (`Channel.BUFFERED`). */
const DEFAULT_PLACES = 64;
/** The number of elements that cover the whole picture. */
const FULL_AT = 5000;
/** Up to `SPREADS_AT` elements a flood stays over its own place; it is as wide as the picture at `WIDE_AT`. */
const SPREADS_AT = 100;
const WIDE_AT = 900;
/** The exponent by which dots shrink as their number grows: less than 0.5, so that the flood keeps rising meanwhile. */
const SHRINKING = 0.36;
/** The flood is laid out anew when it has grown by this factor. */
const STEP = 1.02;
const GAP = 0.22;
/** The marks that a flood passes, in elements, besides the stream's own mark or the size of a default buffer. */
const MARKS = [500, 1000, 3000, 5000, 10_000, 30_000, 60_000] as const;
/** The least number of elements whose sum is written on a plate: the plate would cover most of a smaller flood. */
const LEAST_SUM = 150;
/** The least distance between two marks, in multiples of the text's size: closer names would overlap. */
const LEAST_APART = 1.4;
/** In a picture lower than this, in multiples of the text's size, the flood keeps to its own column. */
const LEAST_HEIGHT = 10;

/** Where a flood lies, and how high. */
export interface Flood {
  readonly pitch: number;
  readonly columns: number;
  readonly x: number;
  readonly bottom: number;
  /** The height of its surface above the floor with this many elements, in px. */
  heightOf(elements: number): number;
}

/** Whether a buffer is drawn as a flood: it has no bound, and holds more than a default buffer. */
export function floods({ station, state }: Site<BufferStation>): boolean {
  return station.capacity === Number.POSITIVE_INFINITY && state.contents.length > DEFAULT_PLACES;
}

/**
 * The flood of `depth` elements in a room. It changes smoothly with the depth, and begins as the pile of a default
 * buffer in `frame`, whose cells are `cellPitch` px apart.
 */
export function floodIn(room: Box, frame: Box, cellPitch: number, depth: number): Flood {
  // In steps too small to be seen as such: between two of them dots are only added.
  const stepped = STEP ** Math.ceil(Math.log(depth) / Math.log(STEP));
  const finest = Math.sqrt((room.width * room.height) / Math.max(FULL_AT, stepped));
  const over = Math.max(1, stepped / DEFAULT_PLACES);
  const shareFrom = (least: number) =>
    Math.min(1, Math.max(0, Math.log(stepped / least) / Math.log(WIDE_AT / least)));
  const spread = shareFrom(SPREADS_AT);
  const sunk = shareFrom(DEFAULT_PLACES);
  const pitch = Math.min(Math.max(finest, cellPitch / over ** SHRINKING), room.width);
  const wide = frame.width + (room.width - frame.width) * spread;
  const columns = Math.max(1, Math.floor(wide / pitch));
  const width = columns * pitch;
  const middle =
    frame.x + frame.width / 2 + (room.x + room.width / 2 - frame.x - frame.width / 2) * spread;
  const x = Math.min(Math.max(room.x, middle - width / 2), room.x + room.width - width);
  // The mound sinks from the frame's own floor to that of the picture.
  const bottom = frame.y + frame.height + (room.y + room.height - frame.y - frame.height) * sunk;
  return {
    pitch,
    columns,
    x,
    bottom,
    heightOf: (elements) => Math.ceil(elements / columns) * pitch,
  };
}

/** Like `floodIn`, but within a column: it grows from the column's middle until it fills it, and then gets finer. */
function columnFlood(column: Box, cellPitch: number, depth: number): Flood {
  const stepped = STEP ** Math.ceil(Math.log(depth) / Math.log(STEP));
  const over = Math.max(1, stepped / DEFAULT_PLACES);
  const filling = Math.sqrt((column.width * column.height) / stepped) * FITS;
  const pitch = Math.min(cellPitch / over ** SHRINKING, filling, column.width);
  const columns = Math.max(1, Math.floor(column.width / pitch));
  const heightOf = (elements: number) => Math.ceil(elements / columns) * pitch;
  const bottom = column.y + (column.height + Math.min(column.height, heightOf(stepped))) / 2;
  const x = column.x + (column.width - columns * pitch) / 2;
  return { pitch, columns, x, bottom, heightOf };
}

/** Shrinks the dots a little, because an incomplete line of dots takes as much room as a full one. */
const FITS = 0.94;

export function drawFlood(site: Site<BufferStation>): void {
  const { pen, slot, state, number, told } = site;
  const { layout } = pen;
  const depth = state.contents.length;
  const isLow = layout.height < LEAST_HEIGHT * pen.text;
  const whole = { x: 0, y: 0, width: layout.width, height: layout.answer?.y ?? layout.height };
  const cells = cellsIn(
    { x: slot.x, y: slot.bodyTop, width: slot.width, height: slot.bodyHeight },
    DEFAULT_PLACES,
    pen.text,
  );
  const rim = pen.text * 0.4;
  const column = {
    x: slot.x + rim,
    y: slot.bodyTop + rim,
    width: Math.max(1, slot.width - 2 * rim),
    height: Math.max(1, slot.bottom - slot.bodyTop - 2 * rim),
  };
  const room = isLow ? column : whole;
  const flood = isLow
    ? columnFlood(column, cells.pitch, depth)
    : floodIn(room, cells.frame, cells.pitch, depth);
  const { pitch, columns, x, bottom } = flood;
  pen.dots(
    {
      key: `flood-${number}`,
      role: "waiting",
      x,
      bottom,
      columns,
      count: Math.min(depth, columns * Math.ceil(room.height / pitch)),
      pitch,
      size: pitch * (1 - GAP),
    },
    true,
  );
  drawEdge(site, flood, isLow ? whole : room);
  // A low row has no room for plates; its depth stands above it anyway.
  if (isLow) return;
  drawSum(site, told.contents.length);
  drawMarks(site, flood, depth);
}

/** Draws the open frame of the buffer around the flood, until that covers the picture from side to side. */
function drawEdge(
  { pen, number, state }: Site<BufferStation>,
  { pitch, columns, x, bottom, heightOf }: Flood,
  room: Box,
): void {
  const width = columns * pitch;
  const rim = Math.min(pen.text * 0.38, pitch * 0.5);
  if (x < room.x + rim || x + width > room.x + room.width - rim) return;
  const top = Math.max(room.y - pitch, bottom - heightOf(state.contents.length) - rim);
  const foot = Math.min(room.y + room.height, bottom + rim);
  pen.underPath(
    `flood-${number}-edge`,
    "waiting",
    "open",
    `M${tenths(x - rim)} ${tenths(top)}H${tenths(x + width + rim)}V${tenths(foot)}H${tenths(x - rim)}z`,
    1.4,
  );
}

/** A line across the flood, with a name. */
interface FloodMark {
  /** Where the line is, in elements. */
  readonly level: number;
  /** The versions of its name, the longest first: the first that fits is written. */
  readonly texts: readonly string[];
  /** Whether it is drawn even if the plate with the sum covers part of it. */
  readonly behindPlate: boolean;
}

/** All marks, the lowest first: the stream's own or a default buffer, round numbers, and where main's body ended. */
function marksOf({ pen, station }: Site<BufferStation>): FloodMark[] {
  const { mark: own = DEFAULT_PLACES } = station;
  const named = (level: number, text: Text) => ({
    level,
    texts: [pen.say(text, { n: pen.count(level) })],
    behindPlate: false,
  });
  const marks: FloodMark[] = [
    named(own, station.mark === undefined ? words.defaultBuffer : words.mark),
    ...MARKS.filter((level) => level !== own).map((level) => named(level, words.plain)),
  ];
  const end = pen.moment.run.bodyEnd();
  if (end !== null && end.atMs < pen.moment.timeMs) {
    const values = { n: pen.count(end.waiting), s: secondsOf(pen, end.atMs) };
    const texts = [words.bodyEnd, words.bodyEndShort].map((text) => pen.say(text, values));
    marks.push({ level: end.waiting, texts, behindPlate: true });
  }
  return marks.sort((one, other) => one.level - other.level);
}

/** Draws the marks that are in view. A mark sinks as the flood grows; of two that get too close the lower one stays. */
function drawMarks(site: Site<BufferStation>, flood: Flood, depth: number): void {
  const { pen, slot, number } = site;
  const middle = slot.x + slot.width / 2;
  const half = sumWidth(site, depth) / 2;
  let lastY = Number.POSITIVE_INFINITY;
  for (const mark of marksOf(site)) {
    if (mark.level > depth * 1.6) break;
    const y = flood.bottom - flood.heightOf(mark.level);
    const inPlate = depth >= LEAST_SUM && Math.abs(y - slot.y) < sumSize(slot, pen) * 1.3;
    const outside = y < slot.top + pen.text * 1.3 || y > slot.bottom;
    const hidden = inPlate && !mark.behindPlate;
    if (outside || hidden || lastY - y < pen.text * LEAST_APART) continue;
    lastY = y;
    const right = flood.x + flood.columns * flood.pitch;
    const gap = inPlate ? `H${tenths(middle - half)}M${tenths(middle + half)} ${tenths(y)}` : "";
    pen.path(
      `mark-${number}-${mark.level}`,
      "waiting",
      "mark",
      `M${tenths(flood.x)} ${tenths(y)}${gap}H${tenths(right)}`,
      1.2,
      0.75,
    );
    if (depth < LEAST_SUM) nameAtFoot(site, flood, mark);
    else nameOnPlate(site, mark, y, inPlate ? half : null);
  }
}

/** Writes the name at the foot of a small flood, which it would otherwise cover. */
function nameAtFoot({ pen, slot, number }: Site, flood: Flood, { level, texts }: FloodMark): void {
  const foot = flood.bottom + pen.text * 1.6;
  pen.write({
    key: `mark-${number}-${level}-name`,
    x: slot.x + slot.width / 2,
    y: foot + pen.text * 0.24 > slot.bottom ? null : foot,
    texts: texts.map((text) => `- - ${text}`),
    room: slot.width * 0.96,
    yields: true,
  });
}

/**
 * Writes the name on a plate in the flood, above its line and within the slot. `sum` is half the width of the plate
 * with the sum if that lies on the same line, and null otherwise: the name then stands to the right of it.
 */
function nameOnPlate(
  { pen, slot, number }: Site,
  { level, texts }: FloodMark,
  y: number,
  sum: number | null,
): void {
  const key = `mark-${number}-${level}-name`;
  const rim = pen.text * 0.3;
  const right = slot.x + slot.width;
  const left = slot.x + pen.text * 0.4;
  const written = pen.write({
    key,
    x: sum === null ? left + rim : right - rim,
    y: y - pen.text * 0.36,
    texts,
    room: sum === null ? slot.width - pen.text * 1.1 : slot.width / 2 - sum - pen.text,
    anchor: sum === null ? "start" : "end",
    weight: "strong",
    yields: true,
  });
  if (written === 0) return;
  const width = written + 2 * rim;
  pen.plate(`${key}-plate`, {
    x: sum === null ? left : right - width,
    y: y - pen.text * 1.3,
    width,
    height: pen.text * 1.3,
  });
}

/** A time in seconds, with tenths unless it is a whole number. */
function secondsOf(pen: Pen, ms: number): string {
  return ms % 1000 === 0 ? pen.count(ms / 1000) : pen.rate(ms / 1000);
}

function sumWidth({ pen, slot }: Pick<Site, "pen" | "slot">, depth: number): number {
  const size = sumSize(slot, pen);
  return Math.min(size * 0.64 * Math.max(4, pen.count(depth).length) + size, pen.layout.width);
}

function sumSize({ bodyHeight, width }: Slot, { text }: Pen): number {
  return Math.min(text * 3, bodyHeight * 0.4, width / 4.2);
}

/** Writes the number of elements in large type, on a plate over the flood. */
function drawSum({ pen, slot, number }: Site<BufferStation>, depth: number): void {
  const size = sumSize(slot, pen);
  if (size < pen.text || depth < LEAST_SUM) return;
  const text = pen.count(depth);
  const heapY = slot.y + size * 0.2 + pen.text * 1.5;
  const width = sumWidth({ pen, slot }, depth);
  const left = Math.max(0, slot.x + (slot.width - width) / 2);
  const x = Math.min(left, pen.layout.width - width);
  const height = size * 2.1;
  const { told, run } = pen.moment;
  const heap = pen.bytes(heapBytes(told, run.elementBytes));
  pen.rect(
    `sum-${number}-plate`,
    "waiting",
    "hollow",
    { x, y: slot.y - height / 2, width, height },
    size * 0.3,
  );
  pen.write({
    key: `sum-${number}`,
    x: slot.x + slot.width / 2,
    y: slot.y + size * 0.2,
    texts: [text],
    room: slot.width,
    size,
    weight: "strong",
  });
  pen.write({
    key: `sum-${number}-heap`,
    x: slot.x + slot.width / 2,
    yields: true,
    y: heapY + pen.text * 0.24 > slot.bottom ? null : heapY,
    texts: [pen.say(words.heap, { n: heap }), heap],
    room: width * 0.94,
  });
}

const words = {
  mark: { ko: "기준선 {n}", en: "mark {n}" },
  defaultBuffer: { ko: "기본 버퍼 {n}", en: "default buffer {n}" },
  plain: { ko: "{n}", en: "{n}" },
  bodyEndShort: { ko: "⊤ {s}초", en: "⊤ {s} s" },
  bodyEnd: { ko: "{n} · {s}초, main 블록의 끝", en: "{n} at {s} s, main’s end" },
  heap: { ko: "힙(모형) {n}", en: "heap (model) {n}" },
} as const;
