import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { sourceTextOf, strategyOf } from "../../../../src/systems/index.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { playProgram } from "../../../support/play-program.ts";
import { rounds } from "../../../support/rounds.ts";
import { recorded } from "../../../support/runs.ts";
import { bareCounts } from "./bare-graph.ts";
import { printedRows } from "./printed.ts";

const ID = "pekko-conflate";
const LOAD = { producerDelayMs: 10, consumerDelayMs: 30, count: 0 };

/** Returns the counts that are printed until `untilMs`. */
function countsOf(boundary: string, untilMs: number): number[] {
  const { numbersOf } = playProgram(ID, { ...LOAD, boundary }, untilMs);
  return numbersOf("count").map(({ number }) => number);
}

const ones = (n: number) => Array.from({ length: n }, () => 1);

describe("the counts below a source three times as fast (semantics §4.4)", () => {
  test("fused: 1, 1, then 3 each time", () => {
    expect(countsOf("fused", 300)).toEqual([1, 1, 3, 3, 3, 3, 3, 3, 3, 3]);
  });

  test("with .async() below: sixteen 1s, a 4, then seven 1s and a 17, again and again", () => {
    const again = [...ones(7), 17];
    const expected = [...ones(16), 4, ...again, ...again, ...again];
    expect(countsOf("async", expected.length * 30)).toEqual(expected);
  });

  test("with an input buffer of 1: three 1s, a 2, then 3 each time", () => {
    expect(countsOf("one", 240)).toEqual([1, 1, 1, 2, 3, 3, 3, 3]);
  });
});

test("the program prints what the bare graph does, whatever the load and the boundary", () => {
  const values = fc.record({
    producerDelayMs: fc.integer({ min: 1, max: 30 }),
    consumerDelayMs: fc.integer({ min: 1, max: 60 }),
    count: fc.integer({ min: 1, max: 80 }),
    boundary: fc.constantFrom("fused", "async", "one"),
  });
  fc.assert(
    fc.property(values, (load) => {
      const rows = printedRows(ID, load);
      expect(rows).toEqual(bareCounts(load));
      // Each tick is counted once.
      expect(rows.reduce((sum, [, , count = 0]) => sum + count, 0)).toBe(load.count);
    }),
    { numRuns: rounds(300, 60) },
  );
});

test("the waiting element stands for those that were merged into it, and the source is never held", () => {
  const run = recorded({ strategy: ID, values: { ...LOAD, boundary: "fused", durationS: 1 } });
  // At 85 ms the third count is under way: two ticks have come since the last one was taken at 60 ms.
  const { stations, merged, made, done, connections } = run.history.stateAt(85);
  expect([made, done, merged]).toEqual([8, 2, 4]);
  expect(stations[1]?.contents.toArray()).toEqual([5]);
  expect(stations[2]?.actors[0]?.hand).toEqual([2]);
  expect(connections.map(({ outstanding }) => outstanding)).toEqual([1, 0]);
  const kinds = Array.from({ length: run.trace.length }, (_, row) => eventAt(run.trace, row).kind);
  expect(kinds).not.toContain(RowKind.HELD);
  expect(run.history.deepestWaiting).toBe(1);
});

test("the zip has a count in hand until the next slow tick", () => {
  const run = recorded({ strategy: ID, values: { ...LOAD, boundary: "fused", durationS: 1 } });
  const worker = (timeMs: number) => run.history.stateAt(timeMs).stations[2]?.actors[0];
  expect(worker(15)).toMatchObject({ activity: "busy", sinceMs: 10, untilMs: 30, hand: [0] });
  expect(worker(45)).toMatchObject({ activity: "busy", sinceMs: 30, untilMs: 60, hand: [1] });
});

test("without a pause, a tick has an interval of 1 ms, in the run as in the text", () => {
  const values = { producerDelayMs: 0, consumerDelayMs: 0, count: 5, boundary: "fused" };
  const { numbersOf } = playProgram(ID, values);
  expect(numbersOf("count").map(({ timeMs }) => timeMs)).toEqual([1, 2, 3, 4, 5]);
  const { text } = sourceTextOf(strategyOf(catalogue, ID), values, "en");
  expect(text).toContain("Source.tick(Duration.ofMillis(1), Duration.ofMillis(1), 1)");
  expect(text).toContain(".take(5)");
  expect(sourceTextOf(strategyOf(catalogue, ID), { ...values, count: 0 }, "en").text).not.toContain(
    ".take(",
  );
});
