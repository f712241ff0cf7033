import fc from "fast-check";
import { expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { replenishAt } from "../../../../src/systems/reactor/index.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { playProgram } from "../../../support/play-program.ts";
import { rounds } from "../../../support/rounds.ts";
import { recorded } from "../../../support/runs.ts";

const ID = "reactor-limit-rate";
const LOAD = { producerDelayMs: 20, consumerDelayMs: 100, count: 100, highTide: 8, lowTide: 4 };
/** The numbers of the first connection, and of the station after the source. */
const [FROM_SOURCE, QUEUE] = [0, 1];

test("it requests highTide, and then lowTide each time that many were passed on", () => {
  const { numbersOf, endMs } = playProgram(ID, LOAD);
  expect(numbersOf("requested").slice(0, 4)).toEqual([
    { timeMs: 0, number: 8 },
    { timeMs: 300, number: 4 },
    { timeMs: 700, number: 4 },
    { timeMs: 1_100, number: 4 },
  ]);
  expect(endMs).toBe(10_000);
});

test.each([
  [0, "8@0 8@700 8@1500"],
  [8, "8@0 6@500 6@1100"],
  [9, "8@0 6@500 6@1100"],
  [1, "8@0 1@0 1@100"],
])("with a lowTide of %i it requests %s", (lowTide, expected) => {
  const { numbersOf } = playProgram(ID, { ...LOAD, lowTide });
  const first = numbersOf("requested").slice(0, 3);
  expect(first.map(({ number, timeMs }) => `${number}@${timeMs}`).join(" ")).toBe(expected);
});

test("the source waits while nothing is requested, and resumes at the next request", () => {
  const { history } = recorded({ strategy: ID, values: { ...LOAD, durationS: 12 } });
  const at = (ms: number) => {
    const { made, stations, connections } = history.stateAt(ms);
    const { activity } = stations[0]?.actors[0] ?? {};
    return [made, activity, connections[FROM_SOURCE]?.outstanding];
  };
  expect(at(150)).toEqual([8, "busy", 0]);
  expect(at(160)).toEqual([8, "held", 0]);
  expect(at(299)).toEqual([8, "held", 0]);
  expect(at(300)).toEqual([9, "busy", 3]);
});

test("nothing is made beyond what was requested, and the queue never holds more than highTide", () => {
  const load = fc.record({
    producerDelayMs: fc.nat(30),
    consumerDelayMs: fc.nat(60),
    highTide: fc.integer({ min: 1, max: 20 }),
    lowTide: fc.nat(24),
    count: fc.integer({ min: 1, max: 80 }),
  });
  fc.assert(
    fc.property(load, (values) => {
      const { trace, end } = playProgram(ID, values);
      expect(end).toEqual({ reason: "completed" });
      let [made, requested, waiting] = [0, 0, 0];
      const asked: number[] = [];
      for (let row = 0; row < trace.length; row++) {
        const { kind, station, element } = eventAt(trace, row);
        if (kind === RowKind.REQUESTED && station === FROM_SOURCE) {
          requested += element;
          asked.push(element);
        }
        if (kind === RowKind.MADE) made++;
        if (station === QUEUE && kind === RowKind.ENTERED) waiting++;
        if (station === QUEUE && kind === RowKind.LEFT) waiting = Math.max(0, waiting - 1);
        expect(made).toBeLessThanOrEqual(requested);
        expect(waiting).toBeLessThanOrEqual(values.highTide);
      }
      expect(made).toBe(values.count);
      const again = replenishAt(values.highTide, values.lowTide);
      expect(new Set(asked.slice(1))).toEqual(new Set(asked.length > 1 ? [again] : []));
    }),
    { numRuns: rounds(200, 30) },
  );
});
