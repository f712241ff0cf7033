/** The text's drop strategy: a conflated channel, and what "the oldest or the newest" really means. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import type { StrategyId } from "../../../../src/systems/index.ts";
import { OLDEST } from "../../../../src/systems/kotlin/index.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { playProgram } from "../../../support/play-program.ts";

const TEXT = { count: 100, producerDelayMs: 10, consumerDelayMs: 500, capacity: 1, bodyMs: 3000 };

function takenBy(strategy: StrategyId): string[] {
  const { trace } = playProgram(strategy, TEXT);
  return Array.from({ length: trace.length }, (_, row) => eventAt(trace, row))
    .filter(({ kind }) => kind === RowKind.LEFT)
    .map(({ element, timeMs }) => `${element}@${timeMs}`);
}

test("the text's numbers: 1, 50 and 100 are received; it returns at 3,000 ms", () => {
  const { numbersOf, end, endMs } = playProgram("conflated-written", TEXT);
  expect(numbersOf("received")).toEqual([
    { timeMs: 0, number: 1 },
    { timeMs: 500, number: 50 },
    { timeMs: 1_000, number: 100 },
  ]);
  for (const { timeMs, number } of numbersOf("sent")) expect(timeMs).toBe(10 * (number - 1));
  expect([end, endMs]).toEqual([{ reason: "completed" }, 3_000]);
});

test("the plain strategies beside it count from 0; drop-oldest with one place is conflated", () => {
  expect(takenBy("conflated")).toEqual(["0@0", "49@500", "99@1000"]);
  expect(takenBy("drop-oldest")).toEqual(takenBy("conflated"));
});

test("drop-latest keeps the other end: what it delivers is half a second old", () => {
  expect(takenBy("drop-latest")).toEqual(["0@0", "1@500", "50@1000"]);
});

test("for any load, lost elements are older than those that stay, and the last element is never lost", () => {
  const values = fc.record({
    count: fc.integer({ min: 1, max: 60 }),
    producerDelayMs: fc.nat(30),
    consumerDelayMs: fc.nat(100),
    bodyMs: fc.nat(500),
  });
  fc.assert(
    fc.property(values, (load) => {
      const { trace, losses, numbersOf } = playProgram("conflated-written", load);
      let made = 0;
      for (let row = 0; row < trace.length; row++) {
        const { kind, element, detail } = eventAt(trace, row);
        if (kind === RowKind.MADE) made = element;
        if (kind !== RowKind.LOST) continue;
        expect(losses[detail]).toBe(OLDEST);
        expect(element).toBe(made - 1);
      }
      expect(numbersOf("received").at(-1)?.number).toBe(load.count);
    }),
  );
});
