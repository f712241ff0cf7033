/** `delayElements` below a source that heeds demand: one element at a time, each delayed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { playProgram } from "../../../support/play-program.ts";
import { rounds } from "../../../support/rounds.ts";
import { recorded } from "../../../support/runs.ts";

const ID = "reactor-delay-elements";
const LOAD = { producerDelayMs: 20, consumerDelayMs: 100, count: 10, elementDelayMs: 250 };

test("it requests one element, and the next whenever one was passed on", () => {
  const { numbersOf, endMs } = playProgram(ID, LOAD);
  expect(numbersOf("requested")).toEqual(
    Array.from({ length: 10 }, (_, i) => ({ timeMs: 250 * i, number: 1 })),
  );
  expect(numbersOf("done").map(({ timeMs }) => timeMs)).toEqual(
    Array.from({ length: 10 }, (_, i) => 250 * (i + 1) + 100),
  );
  expect(endMs).toBe(2_600);
});

test("the next element is delayed while the subscriber still works, and then waits until it is requested", () => {
  const values = { ...LOAD, consumerDelayMs: 400, durationS: 5 };
  const run = recorded({ strategy: ID, values });
  const at = (ms: number) => {
    const { stations, connections } = run.history.stateAt(ms);
    return [
      stations[1]?.contents.toArray(),
      stations[2]?.actors[0]?.hand ?? [],
      connections[1]?.outstanding,
    ];
  };
  expect(at(240)).toEqual([[0], [], 1]);
  // 1 is due at 500 ms, and requested when the work on 0 is done.
  expect(at(600)).toEqual([[1], [0], 0]);
  expect(at(651)).toEqual([[2], [1], 0]);
});

test("two elements are never closer together than the delay, and the source makes one at a time", () => {
  const loads = fc.record({
    producerDelayMs: fc.nat(60),
    consumerDelayMs: fc.nat(120),
    count: fc.integer({ min: 1, max: 40 }),
    elementDelayMs: fc.integer({ min: 1, max: 150 }),
  });
  fc.assert(
    fc.property(loads, (load) => {
      const { trace, numbersOf } = playProgram(ID, load, 60_000);
      const rows = Array.from({ length: trace.length }, (_, row) => eventAt(trace, row));
      const left = rows.filter(({ kind }) => kind === RowKind.LEFT).map(({ timeMs }) => timeMs);
      expect(left).toHaveLength(load.count);
      left.slice(1).forEach((ms, i) => {
        expect(ms - (left[i] ?? 0)).toBeGreaterThanOrEqual(load.elementDelayMs);
      });
      expect(numbersOf("requested").every(({ number }) => number === 1)).toBe(true);
    }),
    { numRuns: rounds(200, 40) },
  );
});
