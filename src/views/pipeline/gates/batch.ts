/** The tray in which a worker collects a batch: places that fill, and the time until it goes as it is. */

import { formatRate } from "../../../i18n/index.ts";
import type { Brush } from "../brush.ts";
import { type ActorState, Fact } from "../one-buffer.ts";
import type { Shape } from "../shape.ts";
import { barShapes, MOST_PLACES, placeAt, placesIn } from "./places.ts";
import type { StageOf } from "./plan.ts";
import type { Rooms } from "./rooms.ts";
import { textAt } from "./text-at.ts";
import { gateWords } from "./words.ts";

/** Whether a worker takes elements in hand and has not begun to work on them. */
export function isCollecting({ tray, activity }: ActorState): boolean {
  return tray.length > 0 && activity !== "delay";
}

export function batchShapes(
  brush: Brush,
  { size, flushMs }: StageOf<"batch">,
  { box, lines, text }: Rooms["tray"],
): Shape[] {
  const [worker] = brush.state.workers;
  const tray = worker?.tray ?? [];
  const collecting = worker === undefined || tray.length === 0 || isCollecting(worker);
  const role = collecting ? "buffered" : "working";
  const note = textAt("batch-note", text, textOf(brush, tray.length, size, flushMs, collecting));
  if (size > MOST_PLACES) {
    const bar = { ...box, y: box.y + box.height / 2 - 8, height: 12 };
    return [note, ...barShapes("batch", bar, tray.length / size, role)];
  }
  const perRow = Math.ceil(size / (size > 11 ? 2 : Math.min(lines, size)));
  const { at, pitch } = placesIn(box, size, perRow, 22);
  const shapes: Shape[] = [note];
  for (let index = 0; index < size; index++) {
    shapes.push(placeAt(`tray-place-${index}`, at(index), pitch - 2, false, role));
  }
  tray.slice(0, size).forEach((element, index) => {
    shapes.push({
      key: `tray-${element}`,
      type: "token",
      role,
      mark: "none",
      label: String(element),
      ...at(index),
      size: pitch - 4,
    });
  });
  return shapes;
}

function textOf(
  { say, count, state, input }: Brush,
  inTray: number,
  size: number,
  flushMs: number,
  collecting: boolean,
): string {
  if (!collecting) return say(gateWords.batchWork, { n: count(inTray) });
  const filled = say(gateWords.batch, { n: count(inTray), of: count(size) });
  const leftMs = (state.facts[Fact.FLUSH_AT] || 0) - input.timeMs;
  if (flushMs <= 0 || inTray === 0 || leftMs < 0) return filled;
  return `${filled} · ${say(gateWords.flushIn, { n: formatRate(leftMs / 1000, input.language) })}`;
}
