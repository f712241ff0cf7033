/** A buffer: numbered cells while they can be read, then dots, then a level; or, without a bound, a flood. */

import { fillIn, LANGUAGES } from "../../../../i18n/index.ts";
import type { StationState } from "../../../../run/index.ts";
import type { BufferStation } from "../../../../systems/index.ts";
import { type Cells, cellsIn } from "../buffer/cells.ts";
import { drawFlood, floods } from "../buffer/flood.ts";
import { drawFrame } from "../buffer/frame.ts";
import { drawSlotNames } from "../buffer/slots.ts";
import type { Slot } from "../layout.ts";
import { eased, type Pen, type Point, tenths } from "../pen.ts";
import { besideName, exitOf, gaugeOf, middleOf, type Site, type StationDrawing } from "../site.ts";
import { textWidth } from "../text-size.ts";

const words = {
  name: { ko: "버퍼", en: "Buffer" },
  rendezvous: { ko: "직접 건넴", en: "Hand to hand" },
  of: { ko: "{n} / {of}", en: "{n} of {of}" },
  short: { ko: "{n}/{of}", en: "{n}/{of}" },
  full: { ko: "{n} / {of} 가득", en: "{n} of {of}, full" },
  unlimited: { ko: "한도 없음", en: "no bound" },
  waiting: { ko: "{n}개 기다림", en: "{n} waiting" },
  utilisation: { ko: "이용률 {n}%로 봄", en: "assumes {n} % used" },
  length: { ko: "길이 {n}, 기준선 {of}", en: "length {n}, mark {of}" },
} as const;

/** The places with which a buffer without a bound is drawn: a default buffer of Kotlin (`Channel.BUFFERED`). */
const DEFAULT_PLACES = 64;

/** The width for a name and the label beside it that says how full the buffer is, in multiples of the text's size. */
const NAMED = 11;

/** The greatest width of the label that says how full it is, with its gap, in multiples of the text's size. */
function depthWidth(station: BufferStation): number {
  if (isSmall(station, station.capacity)) return 0;
  const text = Number.isFinite(station.capacity) ? words.short : words.waiting;
  const n = String(Math.min(station.capacity, MANY));
  const texts = LANGUAGES.map((language) => fillIn(text[language], { n, of: n }));
  return BETWEEN + Math.max(...texts.map((each) => textWidth(each, 1, true)));
}

/** A number with as many digits as most numbers in a picture have at most. */
const MANY = 1000;
/** The gap between the name and that label, in multiples of the text's size. */
const BETWEEN = 1;

export const buffer: StationDrawing<"buffer"> = {
  kind: "buffer",
  needs(station) {
    const { capacity, slots, name } = station;
    if (capacity === 0) return { least: 4, ideal: 6, grow: 0.3 };
    const places = slots ?? Math.min(DEFAULT_PLACES, placesOf(station, 0));
    const ideal = Math.max(6 + 2 * places, name === undefined ? 0 : NAMED);
    return { least: 7, ideal: Math.min(24, ideal), grow: 2.5, above: depthWidth(station) };
  },
  names({ name, capacity, mark }) {
    const own = name ?? (capacity === 0 ? words.rendezvous : words.name);
    if (Number.isFinite(capacity) || mark !== undefined) return [own];
    const { unlimited } = words;
    return [{ ko: `${own.ko}: ${unlimited.ko}`, en: `${own.en}: ${unlimited.en}` }, own];
  },
  nameLeft: (site) => (isSmall(site.station, site.state.capacity) ? null : lineOver(site).left),
  reach({ slot, state, station, pen }) {
    if (station.capacity === 0) return meetingRadius(slot, pen) + pen.text * 0.3;
    const { frame } = cellsIn(
      bodyOf(slot, pen),
      placesOf(station, state.contents.length),
      pen.text,
    );
    return frame.height / 2 + pen.text * 0.75;
  },
  draw(site) {
    const capacity = capacityOf(site);
    drawWords(site, capacity);
    if (capacity === 0) drawRendezvous(site);
    else if (floods(site)) drawFlood(site);
    else drawCells(site, capacity);
  },
  spot({ slot, state, station, pen }) {
    if (station.capacity === 0) return middleOf(slot);
    const cells = cellsIn(bodyOf(slot, pen), placesNow(station, state), pen.text);
    return cells.size > 0 ? cells.at(0) : exitOf(slot);
  },
};

type BufferSite = Site<BufferStation>;

const MARK_WIDTH = 2.6;

/** The number of places below the mark; null if the buffer has no mark. */
function markPlace({ mark, countsWork }: BufferStation): number | null {
  return mark === undefined ? null : Math.max(0, mark - (countsWork === true ? 1 : 0));
}

/** How many places are drawn above a mark from the start, to show that the buffer does not end there. */
function placesAbove(mark: number): number {
  return Math.max(2, Math.ceil(mark / 2));
}

/** The length that the stream compares with its mark: what waits, and what has been passed on but is not finished. */
function lengthOf({ pen, station, number, told }: BufferSite): number {
  const { stations, connections } = pen.moment.told;
  const next = connections.find(({ connection }) => connection.from === number);
  const waiting = told.contents.length;
  if (station.countsWork !== true || next === undefined) return waiting;
  const workers = stations[next.connection.to]?.actors ?? [];
  const atWork = workers.reduce((sum, { hand }) => sum + hand.length, 0);
  return waiting + atWork + (next.signal === "withheld" ? 1 : 0);
}

/** The number of places that it has now; Infinity if it has no bound. */
function capacityOf({ state }: BufferSite): number {
  return state.capacity;
}

/** How many places are drawn: more than it has while it holds more, because it has shrunk or passed its mark. */
function placesOf(station: BufferStation, depth: number, now = station.capacity): number {
  const { slots } = station;
  if (slots !== undefined) return slots;
  if (Number.isFinite(now)) return Math.max(now, depth, 1);
  const mark = markPlace(station);
  return mark === null ? DEFAULT_PLACES : Math.max(mark + placesAbove(mark), depth + 1);
}

function placesNow(station: BufferStation, { contents, capacity }: StationState): number {
  return placesOf(station, contents.length, capacity);
}

function bodyOf({ x, width, bodyTop, bodyHeight }: Slot, { text }: Pen) {
  const inset = Math.min(text * 0.2, width * 0.02);
  return { x: x + inset, y: bodyTop, width: width - 2 * inset, height: bodyHeight };
}

function drawCells(site: BufferSite, capacity: number): void {
  const { pen, slot, state, station } = site;
  const depth = state.contents.length;
  const places = placesOf(station, depth, capacity);
  const cells = cellsIn(bodyOf(slot, pen), places, pen.text);
  const full = Number.isFinite(capacity) && depth >= capacity;
  drawFrame(site, cells, {
    places: Number.isFinite(capacity)
      ? Math.min(places, capacity)
      : (markPlace(station) ?? Math.max(places, cells.lines * cells.perLine)),
    full,
    strain: strainOf(depth, capacity, state.held.length),
    open: !Number.isFinite(capacity),
  });
  if (station.slots !== undefined) drawSlotNames(site, cells);
  if (cells.form === "cells") drawElements(site, cells);
  else if (cells.form === "dots") drawDots(site, cells);
  else drawLevel(site, cells, places);
  drawMark(site, cells, places);
}

/** How much the frame bulges, 0 to 1: it begins at 70 % of the capacity, and is strongest when senders are held. */
function strainOf(depth: number, capacity: number, held: number): number {
  if (!Number.isFinite(capacity) || capacity <= 0) return 0;
  const filling = Math.min(1, Math.max(0, (depth / capacity - 0.7) / 0.3));
  return 0.7 * filling + (held > 0 ? 0.3 : 0);
}

function drawElements({ pen, state, station, number }: BufferSite, cells: Cells): void {
  const { kinds } = pen.moment.run;
  const mark = markPlace(station) ?? Number.POSITIVE_INFINITY;
  const moved = pen.traffic.movedUp.get(number);
  for (let index = 0; index < state.contents.length; index++) {
    const element = state.contents.at(index);
    if (element === undefined) break;
    const place = station.slots !== undefined && kinds !== null ? kinds.of(element) : index;
    const at = cells.at(place);
    // When an element has left, those behind it move up.
    const shown =
      moved === undefined || cells.lines > 1 || station.slots !== undefined || pen.flies(element)
        ? at
        : between(cells.at(place + 1), at, eased(moved));
    pen.token(element, shown, cells.size, { role: index < mark ? "waiting" : "held" });
  }
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Draws one dot per element, where numbers would be too small: a pile that grows line by line from the bottom. */
function drawDots({ state, pen, number }: BufferSite, cells: Cells): void {
  const { length } = state.contents;
  pen.dots({
    key: `dots-${number}`,
    role: "waiting",
    x: cells.frame.x + cells.padding,
    bottom: cells.frame.y + cells.frame.height - cells.padding,
    columns: cells.perLine,
    count: length,
    pitch: cells.pitch,
    size: cells.size,
  });
}

function drawLevel({ state, pen, number }: BufferSite, { frame }: Cells, places: number): void {
  const height = (frame.height * Math.min(places, state.contents.length)) / places;
  const { x, y, width } = frame;
  pen.rect(`level-${number}`, "waiting", "solid", {
    x,
    y: y + frame.height - height,
    width,
    height,
  });
}

/** Draws the mark as a line between the last place below it and the first above, and the stream's length under it. */
function drawMark(site: BufferSite, cells: Cells, places: number): void {
  const { pen, number, station, feet } = site;
  const place = markPlace(station);
  if (place === null || place >= places) return;
  const { x, y, width, height } = cells.frame;
  // The line extends beyond the frame as far as the labels leave room.
  const over = Math.min(pen.text * 0.5, Math.max(0, (site.slot.bodyHeight - height) / 2));
  const key = `mark-${number}`;
  if (cells.form === "level") {
    const level = tenths(y + height - (height * place) / places);
    pen.path(key, "held", "mark", `M${tenths(x)} ${level}h${tenths(width)}`, MARK_WIDTH);
  } else {
    pen.path(key, "held", "mark", markPath(cells, place, over), MARK_WIDTH);
  }
  const at = cells.at(place).x + cells.pitch / 2;
  writeLength(site, feet[0], at);
}

/**
 * The line between the places below the mark and those above it, as the `d` of a path: a straight line, or a step where
 * the mark falls within a line of places. Parts that would run along the frame are left out.
 */
function markPath(cells: Cells, place: number, over: number): string {
  const { frame, pitch, perLine, lines, padding } = cells;
  const [left, right] = [tenths(frame.x), tenths(frame.x + frame.width)];
  const inLine = place % perLine;
  const line = Math.floor(place / perLine);
  const top = tenths(frame.y + padding + line * pitch);
  if (inLine === 0) return `M${left} ${top}H${right}`;
  const x = tenths(cells.at(place).x + pitch / 2);
  const isFirst = line === 0;
  const isLast = line === lines - 1;
  const from = isFirst ? `M${x} ${tenths(frame.y - over)}` : `M${left} ${top}H${x}`;
  return isLast
    ? `${from}V${tenths(frame.y + frame.height + over)}`
    : `${from}V${tenths(top + pitch)}H${right}`;
}

function lengthTexts(site: BufferSite): string[] {
  const { pen, station } = site;
  const values = { n: pen.count(lengthOf(site)), of: pen.count(station.mark ?? 0) };
  return [pen.say(words.length, values), pen.say(words.short, values)];
}

/** Writes the stream's length and its mark, as close to the line at `at` as the slot allows. */
function writeLength(site: BufferSite, y: number | null | undefined, at: number): void {
  const { pen, number, station, slot } = site;
  const { mark = 0 } = station;
  const length = lengthOf(site);
  const texts = lengthTexts(site);
  const isAtMark = length >= mark;
  const weight = isAtMark ? "strong" : "note";
  const fitting = texts.map((text) => textWidth(text, pen.text, isAtMark));
  const half = (fitting.find((width) => width <= slot.width) ?? 0) / 2;
  pen.write({
    key: `mark-${number}-name`,
    x: Math.max(slot.x + half, Math.min(slot.x + slot.width - half, at)),
    y,
    texts,
    room: slot.width,
    role: isAtMark ? "held" : "quiet",
    weight,
  });
}

function meetingRadius({ bodyHeight, width }: Slot, { text }: Pen): number {
  return Math.max(0, Math.min(bodyHeight / 2, width / 2, text * 2.6));
}

function drawRendezvous({ pen, slot, number, state }: BufferSite): void {
  const at = middleOf(slot);
  const radius = meetingRadius(slot, pen);
  pen.circle(`meeting-${number}`, "waiting", "dashed", at, radius);
  const [element] = [state.contents.at(0)];
  if (element !== undefined) pen.token(element, at, radius, { role: "waiting" });
}

/** Whether only the name stands above it: a circle, or the one place of an operator, shows by itself how full it is. */
function isSmall({ name }: BufferStation, capacity: number): boolean {
  return capacity === 0 || (capacity === 1 && name !== undefined);
}

/**
 * The extent of the line of labels above it: as wide as its frame, and wider on both sides if the name and the number
 * need that. A buffer without a bound outgrows its frame, and has the whole slot.
 */
function lineOver({
  pen,
  slot,
  station,
  state,
}: Pick<BufferSite, "pen" | "slot" | "station" | "state">): { left: number; right: number } {
  const margin = pen.text * 0.2;
  const [least, most] = [slot.x + margin, slot.x + slot.width - margin];
  const isEndless = !Number.isFinite(state.capacity) && station.mark === undefined;
  const { form, frame } = cellsIn(bodyOf(slot, pen), placesNow(station, state), pen.text);
  if (isEndless || form === "level") return { left: least, right: most };
  const of = pen.count(Math.min(state.capacity, MANY));
  const [name = words.name] = buffer.names(station, { actors: 0 });
  const ems = [pen.say(name), pen.say(words.full, { n: of, of })].map((text) =>
    textWidth(text, 1, true),
  );
  const needed = pen.text * ems.reduce((sum, width) => sum + width, 1.2 * BETWEEN);
  const over = Math.max(0, needed - frame.width) / 2;
  return {
    left: Math.max(least, frame.x - over),
    right: Math.min(most, frame.x + frame.width + over),
  };
}

/** Writes how full it is at the right of the line above; its name stands at the left. */
function drawWords(site: BufferSite, capacity: number): void {
  const { pen, slot, station, number, told, feet } = site;
  const depth = told.contents.length;
  const bounded = Number.isFinite(capacity);
  const n = pen.count(depth);
  const of = pen.count(capacity);
  const isMarked = station.mark !== undefined && !bounded;
  const full = bounded && depth >= capacity && capacity > 0;
  const filled = isMarked
    ? lengthTexts(site)
    : full
      ? [pen.say(words.full, { n, of }), pen.say(words.short, { n, of })]
      : bounded
        ? [pen.say(words.of, { n, of }), pen.say(words.short, { n, of })]
        : [pen.say(words.waiting, { n }), n];
  const { left, right } = lineOver(site);
  const room = right - left;
  // With a bound, leave room for the name. Without one, the number needs its word to make sense, and takes the room.
  const [name = ""] = buffer
    .names(station, { actors: 0 })
    .slice(-1)
    .map((each) => pen.say(each));
  const beside = bounded ? pen.text + textWidth(name, pen.text, true) : 0;
  const short = filled[filled.length - 1] ?? "";
  const depthRoom = Math.max(room - beside, Math.min(room, textWidth(short, pen.text, true)));
  if (!isSmall(station, capacity) && !(isMarked && feet.length > 0)) {
    pen.write({
      key: besideName(number),
      x: right,
      y: slot.head,
      texts: filled,
      room: depthRoom,
      anchor: "end",
      role: full ? "waiting" : "quiet",
      weight: full || !bounded ? "strong" : "note",
    });
  }
  const utilisation = gaugeOf(site, 1, -1);
  if (utilisation < 0) return;
  pen.write({
    key: `buffer-${number}-note`,
    x: slot.x + slot.width / 2,
    y: feet[station.mark === undefined ? 0 : 1],
    texts: [pen.say(words.utilisation, { n: utilisation })],
    room: slot.width,
  });
}
