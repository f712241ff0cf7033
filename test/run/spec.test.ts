import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAllowed, type Param } from "../../src/params/index.ts";
import {
  DEFAULT_SEED,
  initialValues,
  MAX_SEED,
  paramOf,
  paramsOf,
  type RunSpec,
  scenarioValue,
  valueOfParam,
  valuesAt,
} from "../../src/run/index.ts";
import { liveInterventions } from "../../src/run/spec.ts";
import { scenarioOf } from "../../src/scenarios/index.ts";
import { strategyOf } from "../../src/systems/index.ts";
import { catalogue } from "../support/everything.ts";
import { anyStrategy } from "../support/random-specs.ts";
import { fingerprint, recorded, specOf } from "../support/runs.ts";

describe("the values of a run", () => {
  test("defaults, then the scenario's, then the spec's", () => {
    const values = initialValues(
      catalogue,
      specOf({ scenario: "bounded-buffer", values: { consumerDelayMs: 70 } }),
    );
    expect(values).toMatchObject({ workers: 1, capacity: 10, count: 100, consumerDelayMs: 70 });
  });

  test("only those that its strategy has", () => {
    const spec = specOf({ strategy: "unlimited", values: { capacity: 5, nonsense: 1 } });
    const keys = Object.keys(initialValues(catalogue, spec));
    expect(keys).toEqual(paramsOf(strategyOf(catalogue, "unlimited")).map(({ key }) => key));
    expect(keys).not.toContain("capacity");
  });

  test("hostile ones are clamped: a run only ever sees allowed values", () => {
    const anyHostile = fc.dictionary(
      fc.constantFrom(
        ...paramsOf(strategyOf(catalogue, "bounded")).map(({ key }) => key),
        "__proto__",
        "x",
      ),
      fc.oneof(fc.double(), fc.string(), fc.boolean(), fc.constantFrom(1e21, -0, 2 ** 31)),
    );
    fc.assert(
      fc.property(anyStrategy, anyHostile, (strategy, values) => {
        const spec = specOf({ strategy, values });
        for (const param of paramsOf(strategyOf(catalogue, strategy))) {
          expect(isAllowed(param, initialValues(catalogue, spec)[param.key] as never)).toBe(true);
        }
      }),
    );
  });

  test("values out of range run like the nearest ones", () => {
    const hostile = { workers: 1e9, consumerDelayMs: -1e9, capacity: 0, durationS: 0.2 };
    const tame = { workers: 8, consumerDelayMs: 0, capacity: 1, durationS: 1 };
    expect(fingerprint(recorded({ values: hostile }))).toEqual(
      fingerprint(recorded({ values: tame })),
    );
  });
});

test("a setting is found by its key, for the strategies that have it", () => {
  expect(paramOf(strategyOf(catalogue, "bounded"), "capacity")?.link).toBe("cap");
  expect(paramOf(strategyOf(catalogue, "unlimited"), "capacity")).toBeUndefined();
  expect(paramOf(strategyOf(catalogue, "unlimited"), "durationS")?.link).toBe("T");
  expect(paramOf(strategyOf(catalogue, "bounded"), "toString")).toBeUndefined();
});

test("what a setting is in a scenario that nobody has touched", () => {
  const spec: RunSpec = specOf({ scenario: "memory-leak" });
  for (const param of paramsOf(strategyOf(catalogue, spec.strategy))) {
    expect(scenarioValue(scenarioOf(catalogue, spec.scenario), param)).toBe(
      initialValues(catalogue, spec)[param.key],
    );
  }
});

test("seeds: whole numbers of 32 bits, all of them different", () => {
  expect(DEFAULT_SEED).toBeLessThanOrEqual(MAX_SEED);
  expect(MAX_SEED).toBe(2 ** 32 - 1);
  const values = { arrivals: "poisson", durationS: 5 };
  const traces = [0, 1, 2 ** 31 - 1, 2 ** 31, MAX_SEED].map((seed) =>
    fingerprint(recorded({ values, seed })),
  );
  expect(new Set(traces).size).toBe(traces.length);
});

describe("the value of one setting", () => {
  const anyChanges = fc.array(
    fc.record({
      atMs: fc.integer({ min: -5, max: 20 }),
      key: fc.constantFrom("producerDelayMs", "workers", "capacity", "nonsense"),
      value: fc.integer({ min: -5, max: 20 }),
    }),
    { maxLength: 8 },
  );

  test("is the one among all values, and what a run that is recorded as far as that would have", () => {
    fc.assert(
      fc.property(anyChanges, fc.integer({ min: -2, max: 25 }), (interventions, timeMs) => {
        const spec = specOf({ values: { workers: 3, capacity: 5 }, interventions });
        const values: Record<string, unknown> = { ...initialValues(catalogue, spec) };
        for (const { atMs, key, value } of liveInterventions(
          strategyOf(catalogue, spec.strategy),
          interventions,
        )) {
          if (atMs <= timeMs) values[key] = value;
        }
        expect(valuesAt(catalogue, spec, timeMs)).toEqual(values);
        for (const param of paramsOf(strategyOf(catalogue, spec.strategy))) {
          expect(valueOfParam(catalogue, spec, param, timeMs)).toBe(values[param.key]);
        }
      }),
    );
  });

  test("of a structural one no intervention is believed", () => {
    const capacity = paramOf(strategyOf(catalogue, "bounded"), "capacity") as Param;
    const interventions = [{ atMs: 5, key: "capacity", value: 2 }];
    expect(
      valueOfParam(catalogue, specOf({ values: { capacity: 7 }, interventions }), capacity, 10),
    ).toBe(7);
  });
});
