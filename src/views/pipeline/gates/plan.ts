/** What a run has beside producer, buffer and workers: decided by its stages, kinds and settings, once. */

import { initialValues, type Recording, valuesAt } from "../../../run/index.ts";
import { type ElementKinds, strategyOf } from "../../../systems/index.ts";
import type { GateStage } from "../one-buffer.ts";
import { stagesOf } from "../one-buffer.ts";

export type GateKind = GateStage["kind"];
export type StageOf<K extends GateKind> = Extract<GateStage, { readonly kind: K }>;

const ENTRY: ReadonlySet<GateKind> = new Set(["permits", "tokens", "breaker", "levels"]);

export interface Plan {
  readonly recording: Recording;
  /** Gates between producer and buffer. */
  readonly entry: readonly GateStage[];
  readonly batch: StageOf<"batch"> | undefined;
  readonly threads: number;
  readonly retries: StageOf<"retries"> | undefined;
  readonly slots: number;
  readonly kinds: ElementKinds | null;
  readonly latencyMs: number;
  readonly heapBytes: number;
  /** Elements are so large that the heap is always shown. */
  readonly large: boolean;
}

/** From this size on elements fill the heap of the model within a picture's time. */
const LARGE_KIB = 64;

export function planOf(recording: Recording): Plan {
  const { spec } = recording;
  const values = initialValues(spec);
  const number = (key: string) => Number(values[key] ?? 0);
  const gates = stagesOf(recording.topology).slice(1) as readonly GateStage[];
  const find = <K extends GateKind>(kind: K) =>
    gates.find((gate): gate is StageOf<K> => gate.kind === kind);
  return {
    recording,
    entry: gates.filter(({ kind }) => ENTRY.has(kind)),
    batch: find("batch"),
    threads: find("threads")?.total ?? number("threads"),
    retries: find("retries"),
    slots: find("slots")?.slots ?? 0,
    kinds: recording.kinds,
    latencyMs: number("latencyMs"),
    heapBytes: number("heapMiB") * 1024 * 1024,
    large: number("elementKiB") >= LARGE_KIB,
  };
}

/** The gates as the settings of that time have them. */
export function entryAt({ recording, entry }: Plan, timeMs: number): readonly GateStage[] {
  const { spec } = recording;
  if (entry.length === 0 || spec.interventions.length === 0) return entry;
  const stages = stagesOf(strategyOf(spec.strategy).topology(valuesAt(spec, timeMs)));
  return stages.filter((stage): stage is GateStage => ENTRY.has(stage.kind as GateKind));
}
