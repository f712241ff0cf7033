/** Recorded runs for tests. */
import { Recording, type RunSpec } from "../../src/run/index.ts";

/** A run of the first scenario: three times as many elements come as go. */
export function specOf(spec: Partial<RunSpec> = {}): RunSpec {
  return {
    scenario: "fast-producer",
    strategy: "bounded",
    values: {},
    seed: 42,
    interventions: [],
    ...spec,
  };
}

/** The run, recorded to its end. */
export function recorded(spec: Partial<RunSpec> = {}): Recording {
  const recording = new Recording(specOf(spec));
  recording.advanceTo(Number.POSITIVE_INFINITY);
  return recording;
}
