/** The program's own list before a Writable: it keeps the newest elements, and never gives the stream too many. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { sourceTextOf, strategyOf } from "../../../../src/systems/index.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { playProgram } from "../../../support/play-program.ts";
import { rounds } from "../../../support/rounds.ts";
import { recorded } from "../../../support/runs.ts";

const ID = "node-list";
const LOAD = {
  producerDelayMs: 10,
  consumerDelayMs: 100,
  count: 12,
  capacity: 3,
  highWaterMark: 1,
};

function numbersOf(line: string, values: object = {}): number[] {
  const { numbersOf: numbers } = playProgram(ID, { ...LOAD, ...values }, 60_000);
  return numbers(line).map(({ number }) => number ?? -1);
}

test("it drops the oldest of its list, and writes the others on 'drain', in order", () => {
  // At 100 ms, 0 is done and 7 is written before 10 is made, so there is room for 10.
  expect(numbersOf("dropped")).toEqual([1, 2, 3, 4, 5, 6, 8]);
  expect(numbersOf("done")).toEqual([0, 7, 9, 10, 11]);
});

test("a list of one keeps only the newest element", () => {
  const { history } = recorded({ strategy: ID, values: { ...LOAD, capacity: 1, durationS: 1 } });
  const at = (ms: number) => history.stateAt(ms).stations[1]?.contents.toArray();
  expect([at(15), at(25), at(95)]).toEqual([[1], [2], [9]]);
  expect(numbersOf("done", { capacity: 1 })).toEqual([0, 9, 11]);
});

test("with a higher mark, old elements wait inside the stream", () => {
  expect(numbersOf("done", { highWaterMark: 3 })).toEqual([0, 1, 2, 9, 10, 11]);
});

test("nothing is written while the stream needs a drain, and the producer never waits", () => {
  const loads = fc.record({
    producerDelayMs: fc.integer({ min: 1, max: 40 }),
    consumerDelayMs: fc.nat(120),
    count: fc.integer({ min: 1, max: 40 }),
    capacity: fc.integer({ min: 1, max: 6 }),
    highWaterMark: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(loads, (load) => {
      const { trace, losses, end } = playProgram(ID, load, 60_000);
      const rows = Array.from({ length: trace.length }, (_, row) => eventAt(trace, row));
      const made = rows.filter(({ kind }) => kind === RowKind.MADE);
      expect(made.map(({ timeMs }) => timeMs)).toEqual(
        Array.from({ length: load.count }, (_, i) => load.producerDelayMs * i),
      );
      let inStream = 0;
      for (const { kind, station } of rows) {
        const comes = kind === RowKind.ENTERED || kind === RowKind.PASSED;
        if (comes && station === 2) inStream++;
        if (kind === RowKind.DONE) inStream--;
        expect(inStream).toBeLessThanOrEqual(load.highWaterMark);
      }
      for (const { kind, detail } of rows) {
        if (kind === RowKind.LOST) expect(losses[detail]?.id).toBe("node-list-full");
      }
      expect(end).toEqual({ reason: "completed" });
    }),
    { numRuns: rounds(200, 40) },
  );
});

test("its text drops from the head of the list, and ends the stream when the list is empty", () => {
  const { text } = sourceTextOf(strategyOf(catalogue, ID), LOAD, "en");
  expect(text).toContain("if (waiting.length > 3) console.log('dropped', waiting.shift());");
  expect(text).toContain("if (isOver && waiting.length === 0) sink.end();");
});
