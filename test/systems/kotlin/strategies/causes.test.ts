/** The four causes: each is the plain program with a bounded buffer, and a workload that is worse in one way. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Values } from "../../../../src/params/index.ts";
import { initialValues } from "../../../../src/run/index.ts";
import { type StrategyId, sourceTextOf, strategyOf } from "../../../../src/systems/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { rounds } from "../../../support/rounds.ts";
import { fingerprint, recorded, specOf } from "../../../support/runs.ts";

/** The settings of a cause, and those that give the bounded buffer the same workload. */
const CAUSES: readonly (readonly [StrategyId, Values, (load: Values) => Values])[] = [
  [
    "cause-fast-producer",
    { producerTimes: 3 },
    ({ producerDelayMs }) => ({ producerDelayMs: Math.round(Number(producerDelayMs) / 3) }),
  ],
  [
    "cause-slow-consumer",
    { consumerTimes: 3 },
    ({ consumerDelayMs }) => ({ consumerDelayMs: 3 * Number(consumerDelayMs) }),
  ],
  ["cause-network-latency", { callMs: 70 }, () => ({ latencyMs: 70, latencyAt: "call" })],
  ["cause-limited-threads", { sharedThreads: 1 }, () => ({ threads: 1 })],
];

describe.each(CAUSES)("%s", (strategy, own, worse) => {
  const loads = fc.record({
    producerDelayMs: fc.integer({ min: 3, max: 60 }),
    consumerDelayMs: fc.integer({ min: 1, max: 60 }),
    workers: fc.integer({ min: 1, max: 4 }),
    arrivals: fc.constantFrom("steady", "poisson", "bursts"),
    service: fc.constantFrom("constant", "exponential"),
    capacity: fc.integer({ min: 0, max: 5 }),
    count: fc.integer({ min: 1, max: 40 }),
    seed: fc.nat(),
  });

  test("does what the bounded buffer does under that workload, and shows the same program", () => {
    fc.assert(
      fc.property(loads, ({ seed, ...load }) => {
        const cause = { strategy, seed, values: { ...load, ...own } };
        const plain = { strategy: "bounded" as const, seed, values: { ...load, ...worse(load) } };
        expect(fingerprint(recorded(cause))).toBe(fingerprint(recorded(plain)));
        const textOf = (spec: typeof cause | typeof plain) =>
          sourceTextOf(
            strategyOf(catalogue, spec.strategy),
            initialValues(catalogue, specOf(spec)),
            "en",
          ).text;
        expect(textOf(cause)).toBe(textOf(plain));
      }),
      { numRuns: rounds(60) },
    );
  });

  test("follows changes of settings during the run", () => {
    const values = { producerDelayMs: 100, consumerDelayMs: 10, workers: 2, ...own, durationS: 4 };
    const interventions = [{ atMs: 2_000, key: "producerDelayMs", value: 20 }];
    const { history } = recorded({ strategy, values, interventions });
    const [before, after] = [history.stateAt(1_999).made, history.stateAt(4_000).made];
    expect(after - before).toBeGreaterThan(1.2 * before);
  });
});

describe("a network", () => {
  const load = { producerDelayMs: 100, consumerDelayMs: 160, workers: 2, capacity: 8 };
  const over = (values: Values) =>
    recorded({
      strategy: "bounded",
      values: { ...load, latencyMs: 400, durationS: 30, ...values },
    });

  test("that the consumer calls across fills the buffer and holds the producer", () => {
    const { history, topology } = over({ latencyAt: "call" });
    expect(topology.stations.map(({ kind }) => kind)).toEqual([
      "source",
      "buffer",
      "call",
      "workers",
    ]);
    // Two workers that take 560 ms for each element, one from 0 ms on and one from 100 ms on.
    expect(history.stateAt(30_000).done).toBe(2 * 53);
    expect(history.stateAt(30_000).waiting).toBe(8);
    expect(history.stateAt(30_000).made).toBeLessThan(120);
    const asking = [10_000, 10_200, 10_400].map(
      (ms) => history.stateAt(ms).stations[2]?.held.length,
    );
    expect(Math.max(...asking.map(Number))).toBeGreaterThan(0);
  });

  test("that elements cross in a coroutine each never holds the producer, however slow the consumer is", () => {
    const { history, topology } = over({ latencyAt: "launch", consumerDelayMs: 560 });
    expect(topology.stations.map(({ kind }) => kind)).toEqual([
      "source",
      "network",
      "buffer",
      "workers",
    ]);
    expect(history.stateAt(29_999).made).toBe(300);
    expect(history.stateAt(29_999).stations[2]?.carriers.length).toBeGreaterThan(150);
  });

  test("promises to hold the producer only if it does", () => {
    const promised = (latencyAt: string) => {
      const spec = specOf({ values: { latencyMs: 400, latencyAt } });
      return strategyOf(catalogue, "bounded").guarantees(initialValues(catalogue, spec))
        .producerWaits;
    };
    expect([promised("call"), promised("launch")]).toEqual([true, false]);
  });
});
