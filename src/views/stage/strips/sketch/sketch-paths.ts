/** The line of a drawn prediction over the field of its strip, and the gap between it and what happened. */
import { type DrawnDepth, drawnAt, timeOf } from "../../../../store/index.ts";

/** Converts times and depths to px. */
export interface Scale {
  x(timeMs: number): number;
  y(depth: number): number;
}

/** The drawn prediction as the `d` of a path: one line for each stretch without a gap. */
export function linePath(drawn: DrawnDepth, { x, y }: Scale): string {
  let isDown = false;
  return drawn.values
    .flatMap((value, index) => {
      const was = isDown;
      isDown = value !== null;
      if (value === null) return [];
      return [`${was ? "L" : "M"}${place(x(timeOf(drawn, index)), y(value))}`];
    })
    .join("");
}

/** The area between what was drawn and what happened, as the `d` of a path. */
export function gapPath(
  drawn: DrawnDepth,
  happened: readonly { readonly timeMs: number; readonly depth: number }[],
  { x, y }: Scale,
): string {
  let there: string[] = [];
  let back: string[] = [];
  const parts: string[] = [];
  const close = () => {
    if (there.length > 1) parts.push(`M${[...there, ...back.reverse()].join("L")}Z`);
    there = [];
    back = [];
  };
  for (const { timeMs, depth } of happened) {
    const expected = timeMs > drawn.untilMs ? null : drawnAt(drawn, timeMs);
    if (expected === null) close();
    else {
      there.push(place(x(timeMs), y(depth)));
      back.push(place(x(timeMs), y(expected)));
    }
  }
  close();
  return parts.join("");
}

function place(x: number, y: number): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
