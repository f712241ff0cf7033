import fc from "fast-check";
import { expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { sourceTextOf, strategyOf } from "../../../../src/systems/index.ts";
import { RowKind, TaskEnd } from "../../../../src/trace/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { playProgram } from "../../../support/play-program.ts";
import { rounds } from "../../../support/rounds.ts";
import { recorded } from "../../../support/runs.ts";
import { bareRows, bareThrottle } from "./bare-graph.ts";
import { printedRows } from "./printed.ts";

const ID = "pekko-throttle";
const LOAD = {
  producerDelayMs: 0,
  consumerDelayMs: 0,
  count: 6,
  ratePerSec: 10,
  burst: 3,
  throttleMode: "shaping",
  parallelism: 1,
};

test("a source that is always ready passes the burst at once, then one every 100 ms (semantics §4.5)", () => {
  const { numbersOf } = playProgram(ID, LOAD);
  expect(numbersOf("received").map(({ timeMs }) => timeMs)).toEqual([0, 0, 0, 100, 200, 300]);
});

test("the program prints what the bare graph does, whatever the load and the mode", () => {
  const values = fc.record({
    producerDelayMs: fc.nat(30),
    consumerDelayMs: fc.nat(60),
    count: fc.integer({ min: 1, max: 60 }),
    ratePerSec: fc.integer({ min: 1, max: 100 }),
    burst: fc.integer({ min: 1, max: 10 }),
    throttleMode: fc.constantFrom("shaping" as const, "enforcing" as const),
    parallelism: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(values, (load) => {
      const { ratePerSec, burst, throttleMode } = load;
      const throttle = {
        elements: ratePerSec,
        perMs: 1000,
        maximumBurst: burst,
        mode: throttleMode,
      };
      const bare = bareRows({ ...load, boundary: "fused" }, bareThrottle(throttle));
      expect(printedRows(ID, load)).toEqual(bare);
    }),
    { numRuns: rounds(300, 60) },
  );
});

test("an element without a token is held at the gate, and the gauge shows how the bucket fills", () => {
  const values = { ...LOAD, producerDelayMs: 20, durationS: 1 };
  const run = recorded({ strategy: ID, values });
  const { stations } = run.history.stateAt(130);
  expect(stations[0]?.actors[0]).toMatchObject({ activity: "held", heldAt: 1, hand: [4] });
  const tokens = Array.from({ length: run.trace.length }, (_, row) => eventAt(run.trace, row))
    .filter(({ kind }) => kind === RowKind.GAUGE)
    .map(({ timeMs, element }) => [timeMs, element]);
  expect(tokens.slice(0, 8)).toEqual([
    [0, 3000],
    [0, 2000],
    [20, 1200],
    [40, 400],
    // 0.6 of a token is there, and the rest has come at 100 ms.
    [60, 600],
    [100, 0],
    // The next element arrives at once, and the bucket is empty.
    [100, 0],
    [200, 0],
  ]);
});

test("enforcing fails the stream at the first element that comes too early", () => {
  const values = { ...LOAD, producerDelayMs: 20, throttleMode: "enforcing", durationS: 1 };
  const run = recorded({ strategy: ID, values });
  const rows = Array.from({ length: run.trace.length }, (_, row) => eventAt(run.trace, row));
  const lost = rows.filter(({ kind }) => kind === RowKind.LOST);
  expect(
    lost.map(({ timeMs, element, detail }) => [timeMs, element, run.losses[detail]?.id]),
  ).toEqual([[60, 3, "pekko-rate-exceeded"]]);
  expect(rows.filter(({ kind }) => kind === RowKind.ENDED).map(({ detail }) => detail)).toEqual([
    TaskEnd.CANCELLED,
    TaskEnd.FAILED,
  ]);
});

test("its text contains rate, burst and mode, and marks the line that waits for a token", () => {
  const { text, places } = sourceTextOf(
    strategyOf(catalogue, ID),
    {
      ...LOAD,
      producerDelayMs: 20,
    },
    "en",
  );
  expect(text.replace(/\s+/g, " ")).toContain(
    ".throttle( 10, Duration.ofSeconds(1), 3, ThrottleMode.shaping())",
  );
  expect(places.has("producer.gate")).toBe(true);
});
