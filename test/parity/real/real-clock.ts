/** The recording of the text's own programs on a real JVM (see golden/README.md, "Real clock"). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ScenarioId } from "../../../src/scenarios/index.ts";

export interface RealClock {
  readonly versions: {
    readonly jdk: string;
    readonly kotlinxCoroutines: string;
    readonly options: string;
  };
  /** Each figure has a number, or a list of numbers, per run. */
  readonly programs: Readonly<
    Record<
      string,
      {
        readonly runs: number;
        readonly figures: Readonly<Record<string, readonly (number | readonly number[])[]>>;
      }
    >
  >;
  readonly heap: readonly {
    readonly collector: string;
    readonly maxHeap: string;
    readonly runs: readonly {
      readonly arrays: number;
      readonly outOfMemory: boolean;
      readonly heapMiB: number;
    }[];
  }[];
}

export function readRealClock(): RealClock {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../golden/real-clock.json"), "utf8"));
}

/** The lessons about recorded programs that have another name. */
const LESSONS: Readonly<Record<string, ScenarioId>> = {
  batch: "batching",
  adaptive: "adaptive-buffer",
  sensor: "sensor-data",
};

/** The lesson whose program fills its memory like the arrays of `heap`. */
export const HEAP_LESSON = "system-overload" satisfies ScenarioId;

/** Returns the lesson about a recorded program. */
export function lessonOf(program: string): ScenarioId {
  return LESSONS[program] ?? (program as ScenarioId);
}
