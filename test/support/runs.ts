/** Recorded runs for tests. */
import { createHash } from "node:crypto";
import { Recording, type RunSpec } from "../../src/run/index.ts";
import { catalogue } from "./everything.ts";
import { traceBytes } from "./trace-bytes.ts";

/** A run of the first scenario, where three times as many elements arrive as leave, with `spec` over it. */
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
  const recording = new Recording(catalogue, specOf(spec));
  recording.advanceTo(Number.POSITIVE_INFINITY);
  return recording;
}

/** A short text that is the same for two recordings if and only if their traces are equal to the byte. */
export function fingerprint({ trace }: Recording): string {
  return `${trace.length} rows, ${createHash("sha256").update(traceBytes(trace)).digest("hex")}`;
}
