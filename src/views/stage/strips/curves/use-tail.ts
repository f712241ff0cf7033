/** A hook for what a strip of curves has not drawn yet while the run plays: a point for each writing of the numbers. */
import { useState } from "react";
import type { Recording } from "../../../../run/index.ts";
import { usePlaygroundState } from "../../../playground-context.ts";
import type { Frame } from "../strip.ts";
import type { Row } from "./curve-data.ts";
import type { CurveKind } from "./curve-kind.ts";
import { runSeries } from "./run-series.ts";

/** Returns the points since the drawing of `frame`, in order of time; none while the play head is at its end. */
export function useTail(
  { source = runSeries }: CurveKind,
  recordings: readonly Recording[],
  frame: Frame,
): readonly Row[] {
  const headMs = usePlaygroundState((state) => state.position.timeMs);
  const [tail, setTail] = useState<{ frame: Frame; rows: readonly Row[] }>({ frame, rows: [] });
  let current = tail;
  // If the user went back, nothing after the play head may be shown.
  const isOver = tail.rows.some(({ timeMs }) => timeMs > headMs);
  if (tail.frame !== frame || isOver) current = { frame, rows: [] };
  if (headMs > (current.rows.at(-1)?.timeMs ?? frame.timeMs)) {
    const row = { timeMs: headMs, lanes: recordings.map((each) => source.at(each, headMs)) };
    current = { frame, rows: [...current.rows, row] };
  }
  if (current !== tail) setTail(current);
  return current.rows;
}
