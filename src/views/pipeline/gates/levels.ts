/** Levels of service: stairs that go down as more is shed. */

import type { Brush } from "../brush.ts";
import { Fact } from "../one-buffer.ts";
import type { Role, Shape } from "../shape.ts";
import type { StageOf } from "./plan.ts";
import type { GateRoom } from "./rooms.ts";
import { textAt } from "./text-at.ts";
import { gateWords } from "./words.ts";

export function levelShapes(
  { say, state }: Brush,
  { levels }: StageOf<"levels">,
  { symbol, title, lines }: GateRoom,
): Shape[] {
  const last = levels.length - 1;
  const level = Math.min(last, Math.max(0, state.facts[Fact.LEVEL] || 0));
  const role: Role = level === 0 ? "done" : level === last ? "dropped" : "working";
  const pitch = Math.min(22, symbol.width / levels.length);
  const left = symbol.x + (symbol.width - pitch * levels.length) / 2;
  const bottom = symbol.y + symbol.height - 4;
  const highest = symbol.height - 10;
  const name = levels[level];
  return [
    textAt("levels-name", title, say(gateWords.levels), "name"),
    ...levels.map((_, index): Shape => {
      const height = highest * ((levels.length - index) / levels.length);
      return {
        key: `level-${index}`,
        type: "rect",
        style: index === level ? "place-taken" : "place",
        role: index === level ? role : "quiet",
        x: left + index * pitch + 1,
        y: bottom - height,
        width: pitch - 2,
        height,
        corner: 3,
      };
    }),
    ...(name === undefined ? [] : [textAt("levels-note", lines[0], say(name), "strong", role)]),
  ];
}
