/** The key to a line of a strip: a short piece of it. */
import type { JSX } from "react";
import { LANE_DASHES } from "./lane-dash.ts";

/** A piece of a lane's line, as it is drawn in the strips. */
export function Swatch({
  lane,
  color,
}: {
  readonly lane: number;
  readonly color: string;
}): JSX.Element {
  return (
    <svg width={22} height={8} aria-hidden="true">
      <line
        x1={0}
        x2={22}
        y1={4}
        y2={4}
        style={{
          stroke: color,
          strokeWidth: "var(--stroke)",
          strokeDasharray: LANE_DASHES[lane] ?? "none",
        }}
      />
    </svg>
  );
}
