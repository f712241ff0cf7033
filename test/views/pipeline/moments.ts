/** Moments of runs as the picture is asked for them. */
import fc from "fast-check";
import { LANGUAGES } from "../../../src/i18n/index.ts";
import { Recording, type RunSpec, valuesAt } from "../../../src/run/index.ts";
import { SPEEDS } from "../../../src/store/index.ts";
import { strategyOf } from "../../../src/systems/index.ts";
import type { SceneInput } from "../../../src/views/pipeline/brush.ts";
import { trafficAt } from "../../../src/views/pipeline/flights.ts";
import { layoutFor, pictureSize } from "../../../src/views/pipeline/layout.ts";

/** How the page looks when the picture is asked for. */
export type Look = Pick<SceneInput, "speed" | "language" | "still"> & { readonly width: number };

export const DESK: Look = { width: 900, speed: 1, language: "en", still: false };

export const anyLook: fc.Arbitrary<Look> = fc.record({
  width: fc.integer({ min: 300, max: 1600 }),
  speed: fc.constantFrom(...SPEEDS),
  language: fc.constantFrom(...LANGUAGES),
  still: fc.boolean(),
});

/** A share of a run; `stepped` stands behind one row of an instant, else all of it has happened. */
export interface Moment {
  readonly share: number;
  readonly stepped: boolean;
}

export const anyMoment: fc.Arbitrary<Moment> = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  stepped: fc.boolean(),
});

export function recordingOf(spec: RunSpec): Recording {
  const recording = new Recording(spec);
  recording.advanceTo(Number.POSITIVE_INFINITY);
  return recording;
}

/** The time and the number of rows of a moment. */
export function positionOf({ trace, lastMs }: Recording, { share, stepped }: Moment) {
  if (!stepped || trace.length === 0) {
    const timeMs = Math.round(share * lastMs * 1000) / 1000;
    return { timeMs, rows: trace.rowsUntil(timeMs) };
  }
  const row = Math.min(trace.length - 1, Math.floor(share * trace.length));
  return { timeMs: trace.timeAt(row), rows: row + 1 };
}

/** What the page asks the picture for. */
export function inputAt(
  recording: Recording,
  { timeMs, rows }: { readonly timeMs: number; readonly rows: number },
  { width, ...look }: Look = DESK,
): SceneInput {
  const values = valuesAt(recording.spec, timeMs);
  const workers = Number(values["workers"]);
  const inHand = recording.history.stateAtRow(rows).workers;
  const shown = Math.max(workers, inHand.findLastIndex(({ element }) => element >= 0) + 1);
  return {
    ...look,
    recording,
    timeMs,
    rows,
    workers,
    producerDelayMs: Number(values["producerDelayMs"]),
    layout: layoutFor(width, pictureSize(width).height, shown),
    buffer: strategyOf(recording.spec.strategy).stages(values)[0],
    trafficAt,
  };
}

/** The picture's input when everything until `timeMs` has happened. */
export function inputAtMs(recording: Recording, timeMs: number, look: Look = DESK): SceneInput {
  return inputAt(recording, { timeMs, rows: recording.trace.rowsUntil(timeMs) }, look);
}
