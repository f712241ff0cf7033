/** The producer's rhythm: a bar for each element it made, an outline where one would have been had it not been held. */
import { RowKind } from "../../../trace/index.ts";
import { tenths } from "./pen.ts";
import type { Site } from "./site.ts";

/** So many beats of the wanted rhythm are seen. */
const BEATS = 20;
/** More elements than this are never looked at. */
const MOST_MADE = 3 * BEATS;

/** Draws the rhythm around a baseline. Returns false, and draws nothing, where there is none to keep. */
export function drawRhythm(site: Site, baseline: number): boolean {
  const { pen, slot, number } = site;
  const { producerDelayMs: beatMs, timeMs, rows: end, run } = pen.moment;
  const tall = site.feet.length >= 3;
  const height = pen.text * (tall ? 1.9 : 0.95);
  const way = pen.layout.ways[number + 1];
  const room =
    slot.width + (way !== null && way !== undefined && way.y === slot.y ? way.width * 0.9 : 0);
  const width = Math.min(room, pen.text * 18) * 0.96;
  if (beatMs <= 0 || width < pen.text * 3) return false;
  const { rows, index } = run;
  const spanMs = BEATS * beatMs;
  const made = index.last(
    RowKind.MADE,
    end,
    MOST_MADE,
    (row) => rows.stationAt(row) === number && rows.timeAt(row) > timeMs - spanMs - 40 * beatMs,
    MOST_MADE,
  );
  if (made.length === 0) return false;
  const right = slot.x + slot.width * 0.02 + width;
  const top = baseline - pen.text * 0.8;
  const bar = Math.max(1.5, (width / BEATS) * 0.56);
  const held = site.state.actors.some(({ activity }) => activity === "held");
  let solid = "";
  let outlined = "";
  // At a beat of the clock, not of the frame: a bar is where its element was made, seen from now.
  const place = (ms: number) => right - ((timeMs - ms) / spanMs) * width - bar;
  let laterMs = held ? timeMs : -1;
  for (const row of made) {
    const ms = rows.timeAt(row);
    const missed = laterMs < 0 ? 0 : missedBetween(ms, laterMs, beatMs, laterMs === timeMs && held);
    for (let i = 1; i <= missed; i++) {
      const x = place(ms + i * beatMs);
      if (x > slot.x) outlined += box(x, top, bar, height);
    }
    const x = place(ms);
    if (x > slot.x) solid += box(x, top, bar, height);
    laterMs = heldSince(site, row) ? ms : -1;
  }
  const key = `rhythm-${number}`;
  if (outlined !== "") pen.movingPath(`${key}-missed`, "held", "missed", outlined, 1.3);
  if (solid !== "") pen.movingPath(`${key}-made`, "made", "solid", solid, 0);
  return true;
}

/** How many elements would have been made between two. */
function missedBetween(fromMs: number, toMs: number, beatMs: number, open: boolean): number {
  const beats = (toMs - fromMs) / beatMs;
  return Math.max(0, open ? Math.floor(beats + 1e-6) : Math.round(beats) - 1);
}

/** Whether the maker of an element was held with the one before it: only then is one missing. */
function heldSince({ pen, number }: Site, row: number): boolean {
  const { rows, index } = pen.moment.run;
  const who = rows.whoAt(row);
  const [before] = index.last(
    RowKind.MADE,
    row,
    1,
    (r) => rows.stationAt(r) === number && rows.whoAt(r) === who,
    8,
  );
  if (before === undefined) return false;
  const [held] = index.last(RowKind.HELD, row, 1, (r) => rows.whoAt(r) === who, 8);
  return held !== undefined && held > before;
}

function box(x: number, y: number, width: number, height: number): string {
  return `M${tenths(x)} ${tenths(y)}h${tenths(width)}v${tenths(height)}h${tenths(-width)}z`;
}
