/** A drawing of the depth that a person expects: begun, changed and read here. */
import type { RunSpec } from "../run/index.ts";
import type { ClaimRun } from "../scenarios/index.ts";

/** The depth that a person expects, drawn by hand before the run. */
export interface DrawnDepth {
  readonly whose: DrawnLane;
  /** The drawing reaches from 0 to here, in ms of the run. */
  readonly untilMs: number;
  /** The most that can be drawn, in elements. */
  readonly top: number;
  /** At evenly spread times, the first at 0; null where nothing is drawn. */
  readonly values: readonly (number | null)[];
}

/** Whose depth is drawn: the lane where it was begun, and its run, by which the lane is found wherever it is moved. */
export interface DrawnLane {
  readonly lane: number;
  readonly spec: RunSpec;
}

/** Fine enough for a curve by hand, and few enough to be walked through by keys. */
const POINTS = 25;

/** An empty sheet, as far as `untilMs`. It is as high as what could come by then, or well above the places there are. */
export function emptySheet(
  { capacity, values }: Pick<ClaimRun, "capacity" | "values">,
  untilMs: number,
  whose: DrawnLane,
): DrawnDepth {
  const pauseMs = Number(values["producerDelayMs"] ?? 0);
  const count = Number(values["count"] ?? 0);
  const byThen = pauseMs > 0 ? untilMs / pauseMs : count;
  const couldCome = count > 0 ? Math.min(count, byThen) : byThen;
  const most = Number.isFinite(capacity) ? 2.5 * capacity : couldCome;
  return {
    whose,
    untilMs,
    top: Math.max(LEAST_TOP, most),
    values: Array.from({ length: POINTS }, () => null),
  };
}

const LEAST_TOP = 10;

/** The time of a point of the drawing, in ms. */
export function timeOf({ untilMs, values }: DrawnDepth, index: number): number {
  return (untilMs * index) / (values.length - 1);
}

/** The depth drawn at a time, in elements; null where nothing is drawn. */
export function drawnAt({ untilMs, values }: DrawnDepth, timeMs: number): number | null {
  const place = (timeMs / untilMs) * (values.length - 1);
  const index = Math.floor(place);
  const [before, after] = [values[index] ?? null, values[index + 1] ?? null];
  if (before === null || after === null) return place === index ? before : null;
  return before + (after - before) * (place - index);
}

/** The drawing with a stroke added from one point to another, each given as an index and a value. */
export function withStroke(
  drawn: DrawnDepth,
  from: { readonly index: number; readonly value: number },
  to: { readonly index: number; readonly value: number },
): DrawnDepth {
  const steps = Math.max(1, Math.abs(to.index - from.index));
  const values = [...drawn.values];
  for (let step = 0; step <= steps; step++) {
    const share = step / steps;
    const index = Math.round(from.index + (to.index - from.index) * share);
    const value = from.value + (to.value - from.value) * share;
    if (index in values) values[index] = Math.min(drawn.top, Math.max(0, Math.round(value)));
  }
  return { ...drawn, values };
}

/** The drawing with everything erased. */
export function cleared(drawn: DrawnDepth): DrawnDepth {
  return { ...drawn, values: drawn.values.map(() => null) };
}
