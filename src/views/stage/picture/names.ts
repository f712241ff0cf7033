/**
 * The names of the stations. They are written last: a name may be wider than its station, and takes the space that
 * its neighbours leave free, beside it or a line higher.
 */

import { wayReach } from "./connections.ts";
import { crewOf } from "./crew.ts";
import type { Slot } from "./layout.ts";
import type { Pen } from "./pen.ts";
import { besideName, type Site } from "./site.ts";
import { nameLeftOf, namesOf } from "./stations/index.ts";
import { type LabelBox, lineBox, textWidth } from "./text-size.ts";

/** Something that has a name: a station, or the end. */
export interface Named {
  readonly key: string;
  /** Number of the station; -1 for the end. */
  readonly about: number;
  readonly slot: Slot;
  /** The versions of its name, the longest first. */
  readonly texts: readonly string[];
  /** The left edge of the name, in px; null if it stands over the middle of its station. */
  readonly left: number | null;
  /** Baseline of the label closest above the shape; null where there is no room for one. */
  readonly head: number | null;
  /** How far the shape reaches above and beneath the rail, in px. */
  readonly reach: number;
}

/** The gap between a name and another label, in multiples of the text's size. */
const GAP = 0.3;
/** The least share of a name, or of its station if that is narrower, that must lie over the station. */
const OVER_ITS_OWN = 0.5;

/** Where a name is written. */
interface Place {
  readonly named: Named;
  readonly text: string;
  readonly y: number;
  readonly box: LabelBox;
  /** Whether it replaces the label beside the name. */
  readonly instead: boolean;
}

/** Writes the names from left to right. The end's comes first or last, whichever leaves room for more names. */
export function drawNames(pen: Pen, stations: readonly Named[], end: Named): void {
  if (pen.isSilent) return;
  const endFirst = placesOf(pen, [end, ...stations]);
  const isWhole = endFirst.length > stations.length;
  const endLast = isWhole ? endFirst : placesOf(pen, [...stations, end]);
  for (const place of endLast.length > endFirst.length ? endLast : endFirst) {
    const { named, text, y, box, instead } = place;
    const { key, about } = named;
    if (instead) pen.unwrite(besideName(about));
    pen.about = about;
    const x = (box.left + box.right) / 2;
    const room = Number.POSITIVE_INFINITY;
    pen.write({ key, names: about >= 0, x, y, texts: [text], room, weight: "strong" });
  }
  pen.about = -1;
}

/** Finds places for names in the order given, each clear of those before it. Names without a place are left out. */
function placesOf(pen: Pen, order: readonly Named[]): Place[] {
  const shapes = order.map(({ slot, reach }) => bodyOf(slot, reach));
  const ways = pen.layout.ways.flatMap((way) =>
    way === null ? [] : [bodyOf(way, wayReach(way, pen))],
  );
  const places: Place[] = [];
  for (const [index, named] of order.entries()) {
    const others = [...shapes.slice(0, index), ...shapes.slice(index + 1), ...ways];
    const names = places.map(({ box }) => box);
    const placeBeside = (labels: readonly LabelBox[], instead: boolean) =>
      placeOf(pen, named, [...others, ...[...labels, ...names].map(withGap(pen))], instead);
    const place =
      placeBeside(pen.taken(), false) ?? placeBeside(pen.taken(besideName(named.about)), true);
    if (place !== null) places.push(place);
  }
  return places;
}

function withGap({ text }: Pen) {
  return (box: LabelBox): LabelBox => ({
    ...box,
    left: box.left - GAP * text,
    right: box.right + GAP * text,
  });
}

/** The name of a station whose shape reaches `reach` px from the rail; `head` is the line closest above the shape. */
export function nameOf(
  {
    pen,
    slot,
    station,
    state,
    number,
  }: Pick<Site, "pen" | "slot" | "station" | "state" | "number">,
  { head }: Slot,
  reach: number,
): Named {
  const n = crewOf(state).length;
  return {
    key: `name-${number}`,
    about: number,
    slot,
    texts: namesOf(station, { actors: n }).map((name) => pen.say(name, { n })),
    left: nameLeftOf({ pen, slot, station, state }),
    head,
    reach,
  };
}

/** Finds a place for one version of a name; null if there is none. A low line counts more than a long version. */
function placeOf(
  pen: Pen,
  named: Named,
  taken: readonly LabelBox[],
  instead: boolean,
): Place | null {
  const { slot, texts } = named;
  for (const [line, y] of linesOf(pen, named).entries()) {
    for (const [index, text] of texts.entries()) {
      const width = textWidth(text, pen.text, true);
      // Only the shortest version may reach beyond its station or stand on a higher line.
      if (index < texts.length - 1 && (line > 0 || width > slot.width)) continue;
      const wished = named.left ?? slot.x + (slot.width - width) / 2;
      const left = freeFrom(pen, { y, width, wished }, slot, taken);
      if (left === null) continue;
      const box = { left, right: left + width, ...lineBox(y, pen.text) };
      return { named, text, y, box, instead };
    }
  }
  return null;
}

/** The possible baselines of a name, the lowest first. */
function linesOf({ layout, text }: Pen, { slot, head }: Named): number[] {
  const all = [head, head === null ? null : head - layout.lineHeight, slot.head, slot.over];
  const inside = all.filter((y): y is number => y !== null && y - text * 0.8 >= slot.top);
  return [...new Set(inside)].sort((a, b) => b - a);
}

/** The free left edge closest to the wished one; null if none keeps the label over its station. */
function freeFrom(
  { layout, text }: Pen,
  { y, width, wished }: { y: number; width: number; wished: number },
  slot: Slot,
  taken: readonly LabelBox[],
): number | null {
  const { top, bottom } = lineBox(y, text);
  const inLine = taken.filter((box) => box.top < bottom && box.bottom > top);
  const least = OVER_ITS_OWN * Math.min(width, slot.width);
  const isFree = (left: number) =>
    left >= 0 &&
    left + width <= layout.width &&
    Math.min(left + width, slot.x + slot.width) - Math.max(left, slot.x) >= least &&
    inLine.every((box) => box.right <= left || box.left >= left + width);
  const edges = inLine.flatMap(({ left, right }) => [right, left - width]);
  const free = [wished, 0, layout.width - width, ...edges].filter(isFree);
  free.sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished));
  return free[0] ?? null;
}

function bodyOf({ x, width, y }: Slot, reach: number): LabelBox {
  return { left: x, right: x + width, top: y - reach, bottom: y + reach };
}
