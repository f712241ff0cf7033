/** The end of the path: a pile of finished elements, with their number below. */
import type { Named } from "./names.ts";
import { type Pen, type Point, tenths } from "./pen.ts";
import { closeTo } from "./site.ts";
import { words } from "./words.ts";

const MOST_COLUMNS = 6;

/** Where finished elements arrive. */
export function endSpot({ layout, text }: Pick<Pen, "layout" | "text">): Point {
  const { x, width, y, bodyHeight } = layout.end;
  return { x: x + width / 2, y: Math.min(y + bodyHeight / 2 - text, y + text * 2) };
}

/** Draws the pile; returns its name, which is written with those of the stations. */
export function drawEnd(pen: Pen): Named {
  const { layout, moment, text } = pen;
  const height = Math.min(layout.end.bodyHeight, text * 7);
  const reach = height / 2 + text * 0.3;
  const end = closeTo(layout.end, reach);
  const { done } = moment.state;
  const side = Math.max(
    0,
    Math.min(text * 0.62, end.width / (MOST_COLUMNS + 1), end.bodyHeight / 6),
  );
  const pitch = side * 1.24;
  const rows = Math.max(1, Math.floor(Math.min(end.bodyHeight, text * 7) / pitch));
  // A low row has room for the number alone, which stands in place of the pile.
  const shown = end.feet[0] === undefined ? 0 : Math.min(done, rows * MOST_COLUMNS);
  const left = end.x + (end.width - MOST_COLUMNS * pitch) / 2;
  const bottom = end.y + height / 2;
  pen.dots({
    key: "done",
    role: "done",
    x: left,
    bottom,
    columns: MOST_COLUMNS,
    count: shown,
    pitch,
    size: side,
  });
  pen.path(
    "done-floor",
    "done",
    "line",
    `M${tenths(left - pitch * 0.4)} ${tenths(bottom + 1)}h${tenths(MOST_COLUMNS * pitch + pitch * 0.8)}`,
    2,
  );
  const x = end.x + end.width / 2;
  const size = Math.min(text * 1.5, end.feet.length > 1 ? text * 1.5 : text);
  pen.write({
    key: "done-count",
    x,
    y: end.feet[0] === undefined ? end.bottom - size * 0.24 : end.feet[0] + (size - text),
    texts: [pen.count(moment.told.done)],
    room: end.width,
    size,
    role: "done",
    weight: "strong",
  });
  for (const { element, to, progress } of pen.traffic.flights.values()) {
    if (to.at !== "end") continue;
    pen.token(element, endSpot(pen), text * (1.8 - progress), {
      role: "done",
      opacity: 1 - progress * 0.5,
    });
  }
  const name = { key: "done-name", about: -1, texts: [pen.say(words.done)], left: null };
  return { ...name, slot: layout.end, head: end.head, reach };
}
