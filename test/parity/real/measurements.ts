/** The figures that the page quotes from the kept result and from the recording. */
import type {
  MeasuredProgram,
  Measurements,
  Range,
  RecordedProgram,
  ScenarioId,
} from "../../../src/scenarios/index.ts";
import type { KeptResult } from "./kept-result.ts";
import { HEAP_LESSON, lessonOf, type RealClock } from "./real-clock.ts";

export function measurementsOf(
  { runs, versions, programs }: KeptResult,
  recording: RealClock,
): Measurements {
  const programsOf = (scenario: ScenarioId): readonly MeasuredProgram[] =>
    programs
      .filter((each) => each.scenario === scenario)
      .map(({ strategy, untilMs, lines }) => ({
        strategy,
        untilMs,
        lines: lines.map(({ line, page, real }) => ({ line, page, real: rangeOf(real) })),
      }));
  const scenarios = [...new Set(programs.map(({ scenario }) => scenario))];
  const { jdk, kotlinxCoroutines, options } = recording.versions;
  return {
    runs,
    jdk: versions.jdk,
    node: versions.node,
    programs: Object.fromEntries(
      scenarios.map((scenario) => [scenario, programsOf(scenario)]),
    ) as Readonly<Record<ScenarioId, readonly MeasuredProgram[]>>,
    recorded: {
      jdk,
      coroutines: kotlinxCoroutines,
      options,
      programs: Object.fromEntries(
        Object.entries(recording.programs).map(([name, program]): [ScenarioId, RecordedProgram] => [
          lessonOf(name),
          { runs: program.runs, figures: mapValues(program.figures, figureOf) },
        ]),
      ),
      heaps: {
        [HEAP_LESSON]: recording.heap.map(({ collector, maxHeap, runs: tries }) => ({
          collector,
          maxHeap,
          runs: tries.length,
          arrays: rangeOf(tries.map(({ arrays }) => arrays)),
          outOfMemory: tries.every(({ outOfMemory }) => outOfMemory),
          heapMiB: rangeOf(tries.map(({ heapMiB }) => heapMiB)),
        })),
      },
    },
  };
}

/** Returns the range of numbers, or, for lists, one range for each place. Throws if lists differ in length. */
function figureOf(values: readonly (number | readonly number[])[]): Range | readonly Range[] {
  const lists = values.filter((value): value is readonly number[] => typeof value !== "number");
  if (lists.length === 0) return rangeOf(values as readonly number[]);
  const [first = []] = lists;
  if (lists.some(({ length }) => length !== first.length))
    throw new Error("lists of other lengths");
  return first.map((_, place) => rangeOf(lists.map((list) => list[place] as number)));
}

function rangeOf(values: readonly number[]): Range {
  return [Math.min(...values), Math.max(...values)];
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
