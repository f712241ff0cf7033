/** A buffer that has just grown or shrunk: its old frame stays as a shadow for a moment. */

import { strategyOf } from "../../../systems/index.ts";
import { type Brush, capacityOf, label } from "../brush.ts";
import { cellGrid, cellsOf, MAX_CELLS } from "../cells.ts";
import { Fact } from "../one-buffer.ts";
import type { Shape } from "../shape.ts";
import type { CapacityChanges } from "./capacity-changes.ts";
import { gateWords } from "./words.ts";

const SHADOW_MS = 900;

/** The shadow, and what became of the places. */
export function resizedShapes(brush: Brush, changes: CapacityChanges): Shape[] {
  const { input } = brush;
  if (!Number.isFinite(capacityOf(brush))) return [];
  const change = changes.lastBefore(input.rows);
  if (change === undefined) return [];
  const share = (input.timeMs - change.atMs) / (SHADOW_MS * input.speed);
  if (share >= 1) return [];
  const { layout } = input;
  const old =
    change.from > 0 && change.from <= MAX_CELLS ? cellGrid(layout, change.from).frame : null;
  const cells = cellsOf(brush);
  const frame = cells > 0 && cells <= MAX_CELLS ? cellGrid(layout, cells).frame : layout.buffer;
  const text = brush.say(gateWords.resized, {
    n: brush.count(change.from),
    of: brush.count(change.to),
  });
  const below = Math.min(frame.y + frame.height + 16, layout.buffer.y + layout.buffer.height + 16);
  const opacity = input.still ? 1 : 1 - share * share;
  return [
    ...(old === null
      ? []
      : [
          {
            key: "old-frame",
            type: "rect",
            style: "ghost",
            role: "quiet",
            ...old,
            corner: 8,
            opacity,
          } as const,
        ]),
    { ...label("resized", frame.x + frame.width / 2, below, text, "strong"), role: "working" },
  ];
}

/** The name of the buffer with the utilisation that a program has measured; as written it draws one at random. */
export function withUtilisation(brush: Brush, text: string): string {
  const used = brush.state.facts[Fact.UTILISATION] ?? Number.NaN;
  if (Number.isNaN(used)) return text;
  const { version } = strategyOf(brush.input.recording.spec.strategy);
  const words = version === "written" ? gateWords.drawn : gateWords.used;
  return `${text} · ${brush.say(words, { n: brush.count(used) })}`;
}
