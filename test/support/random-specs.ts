/** Random values of settings and random runs, for properties that hold for all of them. */
import fc from "fast-check";
import type { Intervention, Param, ParamValue, Values } from "../../src/params/index.ts";
import { paramsOf, type RunSpec } from "../../src/run/index.ts";
import {
  type StrategyId,
  channelStrategies as strategies,
  strategyOf,
} from "../../src/systems/index.ts";
import { workloadParams } from "../../src/workloads/index.ts";
import { catalogue } from "./everything.ts";

/** Any allowed value of a setting; whole numbers at most `most`, so that runs stay short. */
export function anyValueOf(param: Param, most = Number.MAX_SAFE_INTEGER): fc.Arbitrary<ParamValue> {
  switch (param.kind) {
    case "int":
      return fc.integer({ min: param.min, max: Math.max(param.min, Math.min(param.max, most)) });
    case "choice":
      return fc.constantFrom(...param.choices.map(({ value }) => value));
  }
}

export const anyStrategy: fc.Arbitrary<StrategyId> = fc.constantFrom(
  ...strategies.map(({ id }) => id),
);

/** Values for every setting of a strategy: loads that fill and drain small buffers many times. */
export function loadOf(strategy: StrategyId): fc.Arbitrary<Values> {
  const most: Readonly<Record<string, number>> = {
    producerDelayMs: 30,
    consumerDelayMs: 60,
    workers: 4,
    burstSize: 20,
    count: 60,
    capacity: 12,
    prefetch: 12,
    highTide: 12,
    lowTide: 12,
    ttlMs: 300,
    latencyMs: 20,
    durationS: 3,
  };
  const values = Object.fromEntries(
    paramsOf(strategyOf(catalogue, strategy)).map((param) => [
      param.key,
      anyValueOf(param, most[param.key]),
    ]),
  );
  return fc.record(values).map((load) => ({ ...load, heapMiB: 4096, elementKiB: 1 }));
}

/** Changes to live settings during a run, in order of time. */
const anyInterventions: fc.Arbitrary<readonly Intervention[]> = fc
  .array(
    fc.constantFrom(...workloadParams.filter(({ change }) => change === "live")).chain((param) =>
      fc.record({
        atMs: fc.integer({ min: 0, max: 3000 }),
        key: fc.constant(param.key),
        value: anyValueOf(param, 40),
      }),
    ),
    { maxLength: 4 },
  )
  .map((list) => list.sort((a, b) => a.atMs - b.atMs));

/**
 * Any run of a few seconds with this strategy. The number of elements is bounded, so that a producer
 * without a pause does not reach the bound on events.
 */
export function anyRunOf(strategy: StrategyId): fc.Arbitrary<RunSpec> {
  return fc.record({
    scenario: fc.constantFrom("fast-producer" as const, "bounded-buffer" as const),
    strategy: fc.constant(strategy),
    values: loadOf(strategy).map(({ count, ...load }) => ({ ...load, count: count || 30 })),
    seed: fc.nat(),
    interventions: anyInterventions,
  });
}

/** Any run of a few seconds. */
export const anyRun: fc.Arbitrary<RunSpec> = anyStrategy.chain(anyRunOf);

/** Any short run of a strategy with its own program, with values that fill and drain small buffers. Pauses may be 0. */
export function anyProgramOf(strategy: StrategyId): fc.Arbitrary<RunSpec> {
  const params = paramsOf(strategyOf(catalogue, strategy));
  const values = Object.fromEntries(params.map((param) => [param.key, anyLoadValue(param)]));
  return fc.record({
    scenario: fc.constant("fast-producer" as const),
    strategy: fc.constant(strategy),
    values: fc.record(values).map(
      (load): Values => ({
        ...load,
        durationS: 3,
        heapMiB: 4096,
        elementKiB: 1,
        ...(load["producerDelayMs"] ? {} : boundOf(load)),
      }),
    ),
    seed: fc.nat(),
    interventions: fc.constant([]),
  });
}

/**
 * Runs that put a strategy under pressure with each option of each of its own choices, with and without a producer pause.
 * They cover cases that random settings reach only in a few of many runs.
 */
export function pressedRunsOf(strategy: StrategyId): readonly RunSpec[] {
  const { params } = strategyOf(catalogue, strategy);
  const load = { consumerDelayMs: 60, capacity: 2, count: 30, durationS: 3 };
  const forms = params.flatMap((param): Values[] =>
    param.kind === "choice" ? param.choices.map(({ value }) => ({ [param.key]: value })) : [],
  );
  return (forms.length === 0 ? [{}] : forms).flatMap((form) =>
    [0, 7].map((producerDelayMs) => ({
      scenario: "fast-producer" as const,
      strategy,
      values: { ...load, heapMiB: 1, elementKiB: 1, producerDelayMs, ...form },
      seed: 42,
      interventions: [],
    })),
  );
}

/** Settings that end a producer without a pause long before it reaches the bound on events. */
function boundOf({ count }: Values): Values {
  return count === undefined ? { heapMiB: 1 } : { count: count || 30 };
}

/** The largest values of loads that most programs are too slow for, because promises are about full buffers. */
const LOADS: Readonly<Record<string, number>> = { producerDelayMs: 25, workers: 3, count: 60 };

/** The settings for a program's pause between two elements. */
const PAUSES: ReadonlySet<string> = new Set(["producerDelayMs", "intervalMs"]);

/** Values that keep a run short and its buffers small enough to fill. */
function anyLoadValue(param: Param): fc.Arbitrary<ParamValue> {
  if (param.kind !== "int") return anyValueOf(param);
  const most = { ms: 80, s: 3 }[param.unit as string] ?? Math.max(12, 2 * param.default);
  const own = LOADS[param.key] ?? most;
  const any = fc.integer({
    min: param.min,
    max: Math.max(param.min, Math.min(param.max, own, 100)),
  });
  // Without a pause a program takes other paths, so one value in six is 0.
  return PAUSES.has(param.key) ? fc.oneof({ arbitrary: any, weight: 5 }, fc.constant(0)) : any;
}
