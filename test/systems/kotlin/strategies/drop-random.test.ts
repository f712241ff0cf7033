import fc from "fast-check";
import { expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { playProgram } from "../../../support/play-program.ts";
import { recorded } from "../../../support/runs.ts";

const overload = { producerDelayMs: 10, consumerDelayMs: 100, capacity: 4, count: 2_000 };

test("the buffer stays full, and exactly the excess elements are lost", () => {
  const values = { ...overload, durationS: 30 };
  const { history, losses, lastMs } = recorded({ strategy: "drop-random", values });
  const { made, done, lost, lostByRule } = history.stateAt(lastMs);
  expect(losses.map(({ id }) => id)).toEqual(["chosen"]);
  expect(done + lost).toBe(made);
  expect(lostByRule).toEqual([lost]);
  expect(history.deepestWaiting).toBe(4);
});

test("old and new are lost alike: about a fifth of the losses for each of five ages", () => {
  const { trace } = playProgram("drop-random", overload);
  const inside: number[] = [];
  const byAge = [0, 0, 0, 0, 0];
  for (let row = 0; row < trace.length; row++) {
    const { kind, element } = eventAt(trace, row);
    if (kind === RowKind.ENTERED) inside.push(element);
    if (kind === RowKind.LEFT) inside.splice(inside.indexOf(element), 1);
    if (kind !== RowKind.LOST) continue;
    // The newest is not in the buffer yet, but it is one of the five.
    const age = inside.includes(element) ? inside.indexOf(element) : 4;
    byAge[age] = (byAge[age] ?? 0) + 1;
    if (age < 4) inside.splice(age, 1);
  }
  const all = byAge.reduce((sum, each) => sum + each, 0);
  expect(all).toBeGreaterThan(1_500);
  for (const count of byAge) expect(Math.abs(count / all - 0.2)).toBeLessThan(0.05);
});

test("every element is taken once or lost once, whatever the load and the number of workers", () => {
  const load = fc.record({
    producerDelayMs: fc.nat(20),
    consumerDelayMs: fc.nat(60),
    capacity: fc.integer({ min: 1, max: 5 }),
    workers: fc.integer({ min: 1, max: 4 }),
    count: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(load, (values) => {
      const { trace, end } = playProgram("drop-random", values);
      expect(end).toEqual({ reason: "completed" });
      const ends = Array.from({ length: trace.length }, (_, row) => eventAt(trace, row))
        .filter(({ kind }) => kind === RowKind.DONE || kind === RowKind.LOST)
        .map(({ element }) => element);
      expect(ends.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: values.count }, (_, element) => element),
      );
    }),
  );
});
