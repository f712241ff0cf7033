/** The heap of the model: how much of its limit the live elements take. */

import type { Brush } from "../brush.ts";
import { Fact } from "../one-buffer.ts";
import type { Role, Shape } from "../shape.ts";
import { barShapes } from "./places.ts";
import type { Plan } from "./plan.ts";
import type { Rooms } from "./rooms.ts";
import { textAt } from "./text-at.ts";
import { gateWords } from "./words.ts";

/** Small elements are shown from this share of the heap on. */
export const NOTABLE = 0.1;

/** Bytes of the elements that somebody still holds (buffer, waiting sends, network, hands): made, not done, not lost. */
export function liveBytes({ state, input }: Brush): number {
  return (state.produced - state.done - state.lost) * input.recording.elementBytes;
}

export function heapShapes(brush: Brush, plan: Plan, { bar, text }: Rooms["heap"]): Shape[] {
  const bytes = liveBytes(brush);
  const share = bytes / plan.heapBytes;
  if (!plan.large && share < NOTABLE) return [];
  const collects = (brush.state.facts[Fact.GC_UNTIL] ?? Number.NaN) > brush.input.timeMs;
  const role: Role = collects || share >= 0.9 ? "dropped" : share >= 0.7 ? "working" : "buffered";
  const values = { n: brush.bytes(bytes), of: brush.bytes(plan.heapBytes) };
  const words = collects ? gateWords.heapCollects : gateWords.heap;
  // On a phone the pile of an unlimited buffer says it.
  const piled = !brush.input.layout.horizontal && brush.input.buffer.capacity === Infinity;
  if (piled) return barShapes("heap", bar, share, role);
  return [
    ...barShapes("heap", bar, share, role),
    textAt("heap-note", text, brush.say(words, values), "note", role),
  ];
}
