/** The producer's rhythm: a bar for each element it made, an outline where one would have been had it not been held. */
import { awaitsSignal, type StationState, sourceConnection } from "../../../run/index.ts";
import { type Pen, tenths } from "./pen.ts";
import type { Site } from "./site.ts";

export interface Beat {
  /** How many beats ago it was. */
  readonly ago: number;
  /** The element that was made at this beat; -1 if none was, though one was wanted. */
  readonly element: number;
}

/** The number of beats that are shown beneath a source. */
const BEATS = 20;

/**
 * The last `count` beats of the wanted rhythm, newest first. A beat counts as missed only if the producer was held, or
 * waited for a signal, since the beat before: a rhythm that is irregular by itself misses none.
 */
export function beatsOf(pen: Pen, source: StationState, count: number): Beat[] {
  const { producerDelayMs: beatMs, timeMs, rows: end, run } = pen.moment;
  if (!(beatMs > 0)) return [];
  const { index } = run;
  const { trace } = run.history;
  const number = 0;
  const beats: Beat[] = [];
  const made = index.made.lastBefore(
    end,
    count + 1,
    (row) => trace.stationAt(row) === number,
    3 * count,
  );
  const offers = sourceConnection(pen.moment.state);
  const newest = made[0];
  const isHeld =
    source.actors.some((actor) => actor.activity === "held" || awaitsSignal(actor, offers)) ||
    // The missed beats stay visible while the producer, released again, makes its next element.
    (newest !== undefined && wasHeldBetween(pen, producerOf(pen, source, newest), newest, end));
  let laterMs = isHeld ? timeMs : Number.NaN;
  for (const row of made) {
    const ms = trace.timeAt(row);
    // In whole beats, so that the strip moves with each beat and stands still in between.
    const ago = Math.floor((timeMs - ms) / beatMs + 1e-6);
    const open = laterMs === timeMs && isHeld;
    const missed = missedBetween(ms, laterMs, beatMs, open);
    for (let i = missed; i >= 1 && ago - i < count; i--) {
      beats.push({ ago: ago - i, element: -1 });
    }
    if (ago >= count) break;
    beats.push({ ago, element: trace.elementAt(row) });
    laterMs = wasHeldBefore(pen, source, row) ? ms : Number.NaN;
  }
  return beats;
}

/** Draws the rhythm around a baseline. Returns false, and draws nothing, if there is no rhythm or no room for it. */
export function drawRhythm(site: Site, baseline: number): boolean {
  const { pen, slot, number } = site;
  if (pen.layout.answer !== null && pen.moment.run.answer?.id === "beats") return false;
  const tall = site.feet.length >= 3;
  const height = pen.text * (tall ? 1.9 : 0.95);
  const way = pen.layout.ways[number + 1];
  // A way with demand or a signal has words of its own beneath it.
  const offers = sourceConnection(pen.moment.state)?.connection.pressure;
  const isTold = offers === "request" || offers === "signal";
  const beside =
    way !== null && way !== undefined && way.y === slot.y && !isTold ? way.width * 0.9 : 0;
  const width = Math.min(slot.width + beside, pen.text * 18) * 0.96;
  if (width < pen.text * 3) return false;
  const beats = beatsOf(pen, site.state, BEATS);
  const pitch = width / BEATS;
  const bar = Math.max(1.5, pitch * 0.56);
  const right = slot.x + slot.width * 0.02 + width - bar;
  const top = baseline - pen.text * 0.8;
  let solid = "";
  let outlined = "";
  for (const { ago, element } of beats) {
    const box = `M${tenths(right - ago * pitch)} ${tenths(top)}h${tenths(bar)}v${tenths(height)}h${tenths(-bar)}z`;
    if (element >= 0) solid += box;
    else outlined += box;
  }
  const key = `rhythm-${number}`;
  if (outlined !== "") pen.movingPath(`${key}-missed`, "held", "missed", outlined, 1.3);
  if (solid !== "") pen.movingPath(`${key}-made`, "made", "solid", solid, 0);
  return beats.length > 0;
}

/** How many beats were missed between two elements; if `open`, from an element until now. */
function missedBetween(fromMs: number, toMs: number, beatMs: number, open: boolean): number {
  if (Number.isNaN(toMs)) return 0;
  const beats = (toMs - fromMs) / beatMs;
  return Math.max(0, open ? Math.floor(beats + 1e-6) : Math.round(beats) - 1);
}

/**
 * The actor whose being held delays the element made in a row. Usually it made the element itself. Where each element
 * has its own coroutine, which makes it, it is the producer that launches them.
 */
function producerOf(pen: Pen, { actors }: StationState, row: number): number | undefined {
  const maker = pen.moment.run.history.trace.whoAt(row);
  return actors.some(({ who }) => who === maker) ? maker : actors[0]?.who;
}

/** Whether the producer was held, or waited for a signal, between the element made in a row and the one before it. */
function wasHeldBefore(pen: Pen, source: StationState, row: number): boolean {
  const { index, history } = pen.moment.run;
  const { trace } = history;
  const maker = trace.whoAt(row);
  const station = trace.stationAt(row);
  const producer = producerOf(pen, source, row);
  const launches = producer !== maker;
  const [before] = index.made.lastBefore(
    row,
    1,
    (r) => trace.stationAt(r) === station && (launches || trace.whoAt(r) === maker),
    8,
  );
  return before !== undefined && wasHeldBetween(pen, producer, before, row);
}

function wasHeldBetween(pen: Pen, producer: number | undefined, from: number, to: number): boolean {
  const { index, history } = pen.moment.run;
  const { trace } = history;
  const isOwn = (row: number) => trace.whoAt(row) === producer;
  const [held] = index.held.lastBefore(to, 1, isOwn, 8);
  if (held !== undefined && held > from) return true;
  // A pause without a set length, which lasts until the signal comes.
  const [waited] = index.openPauses.lastBefore(to, 1, isOwn, 24);
  return waited !== undefined && waited > from;
}
