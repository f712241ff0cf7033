/** The text's log processor, which treats all logs alike, and the one that puts errors first. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { UNIMPORTANT } from "../../../../src/systems/kotlin/programs/losses.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { flat } from "../../../support/flat-state.ts";
import { playProgram } from "../../../support/play-program.ts";
import { recorded } from "../../../support/runs.ts";

const TEXT = {
  capacity: 1000,
  count: 10_000,
  producerDelayMs: 1,
  workers: 3,
  errorEvery: 10,
  errorDelayMs: 50,
  infoDelayMs: 10,
  bodyMs: 15_000,
};

describe("as written", () => {
  const run = playProgram("log-processing-written", TEXT);
  const processed = run.lines.filter(({ text }) => text.startsWith("processor"));

  test("2,797 logs are processed and 7,203 dropped, the first of them at 1,275 ms", () => {
    const dropped = run.numbersOf("dropped");
    expect([processed.length, dropped.length]).toEqual([2_797, 7_203]);
    expect(dropped[0]).toEqual({ timeMs: 1_275, number: 1_275 });
    expect(processed.filter(({ text }) => text.includes("ERROR")).length).toBe(637);
  });

  test("the processors take 933, 931 and 933 of them", () => {
    const of = (processor: number) =>
      processed.filter(({ text }) => text.startsWith(`processor ${processor}:`)).length;
    expect([of(0), of(1), of(2)]).toEqual([933, 931, 933]);
  });

  test("it returns at 17,831 ms", () => {
    expect([run.end, run.endMs]).toEqual([{ reason: "completed" }, 17_831]);
  });
});

test.each(["log-processing-written", "errors-first"] as const)(
  "%s: processors may come and go on the way, and every log is accounted for",
  (strategy) => {
    const values = { ...TEXT, count: 900, capacity: 20, durationS: 20 };
    const workers = [1, 5, 2, 8].map((value, index) => ({
      atMs: 150 + 200 * index,
      key: "workers",
      value,
    }));
    const run = recorded({ scenario: "log-processing", strategy, values, interventions: workers });
    const { made, received, done, lost } = run.history.stateAt(run.lastMs);
    expect([made, received + lost, run.end?.reason]).toEqual([900, 900, "completed"]);
    expect(done).toBe(received);
    const active = (timeMs: number) =>
      flat(run.history.stateAt(timeMs)).workers.filter(({ hand }) => hand.length > 0).length;
    expect([140, 340, 540, 740, 890].map(active)).toEqual([3, 1, 5, 2, 8]);
  },
);

describe("errors-first", () => {
  const load = fc.record({
    capacity: fc.integer({ min: 1, max: 8 }),
    count: fc.integer({ min: 1, max: 80 }),
    workers: fc.integer({ min: 1, max: 4 }),
    errorEvery: fc.integer({ min: 1, max: 7 }),
    producerDelayMs: fc.nat(12),
    errorDelayMs: fc.nat(80),
    infoDelayMs: fc.nat(40),
  });

  test("every ERROR of the text's logs is processed", () => {
    const { lines, end } = playProgram("errors-first", TEXT);
    const errors = lines.filter(({ text }) => text.includes("ERROR"));
    expect([errors.length, end]).toEqual([1_000, { reason: "completed" }]);
  });

  test("for any load, each step is that of a plain model with two lists", () => {
    fc.assert(
      fc.property(load, (values) => {
        const { trace, losses } = playProgram("errors-first", values);
        const isError = (log: number) => log % values.errorEvery === 0;
        let waiting: number[] = [];
        let made = 0;
        for (let row = 0; row < trace.length; row++) {
          const { kind, element, detail } = eventAt(trace, row);
          const infos = waiting.filter((log) => !isError(log));
          switch (kind) {
            case RowKind.MADE:
              expect(element).toBe(made++);
              break;
            case RowKind.LOST:
              expect(losses[detail]).toBe(UNIMPORTANT);
              expect(waiting.length).toBe(values.capacity);
              // The incoming log, or the oldest INFO if that is an ERROR.
              expect(element).toBe(isError(made - 1) ? infos[0] : made - 1);
              waiting = waiting.filter((log) => log !== element);
              break;
            case RowKind.HELD:
              expect([waiting.length, infos.length]).toEqual([values.capacity, 0]);
              break;
            case RowKind.ENTERED:
              waiting.push(element);
              expect(waiting.length).toBeLessThanOrEqual(values.capacity);
              break;
            case RowKind.LEFT:
              expect(element).toBe(waiting.find(isError) ?? waiting[0]);
              waiting = waiting.filter((log) => log !== element);
              break;
            default:
          }
        }
        expect([waiting, made]).toEqual([[], values.count]);
      }),
    );
  });

  test("for any load, all errors are processed, and in order", () => {
    fc.assert(
      fc.property(load, (values) => {
        const { trace, end } = playProgram("errors-first", values);
        const processed: number[] = [];
        for (let row = 0; row < trace.length; row++) {
          const { kind, element } = eventAt(trace, row);
          if (kind === RowKind.LEFT && element % values.errorEvery === 0) {
            processed.push(element);
          }
        }
        const errors = Array.from({ length: values.count }, (_, log) => log).filter(
          (log) => log % values.errorEvery === 0,
        );
        expect([processed, end]).toEqual([errors, { reason: "completed" }]);
      }),
    );
  });
});
