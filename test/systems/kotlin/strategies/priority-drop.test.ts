/** The text's drop by priority, which ignores priorities, and the buffer that heeds them. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { UNIMPORTANT } from "../../../../src/systems/kotlin/programs/losses.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { playProgram } from "../../../support/play-program.ts";

const TEXT = {
  capacity: 5,
  count: 20,
  highEvery: 5,
  producerDelayMs: 50,
  consumerDelayMs: 300,
  bodyMs: 8000,
};

describe("as written", () => {
  const run = playProgram("priority-drop-written", TEXT);

  test("nine are received, 5, 12 and 18 among them; two of the four high ones are not", () => {
    const received = run.numbersOf("received").map(({ number, timeMs }) => `${number}@${timeMs}`);
    expect(received.join(" ")).toBe("0@0 1@300 2@600 3@900 4@1200 5@1500 6@1800 12@2100 18@2400");
    const dropped = run.numbersOf("dropped").map(({ number }) => number);
    expect(dropped).toEqual([7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 19]);
  });

  test("it returns at 8,000 ms", () => {
    expect([run.end, run.endMs]).toEqual([{ reason: "completed" }, 8_000]);
  });
});

describe("priority-buffer", () => {
  test("the text's numbers: all four high ones are received, of nine in total, as before", () => {
    const { numbersOf, end, endMs } = playProgram("priority-buffer", TEXT);
    const received = numbersOf("received").map(({ number, timeMs }) => `${number}@${timeMs}`);
    expect(received.join(" ")).toBe(
      "0@0 5@300 10@600 15@900 14@1200 16@1500 17@1800 18@2100 19@2400",
    );
    expect([end, endMs]).toEqual([{ reason: "completed" }, 2_700]);
  });

  const load = fc.record({
    capacity: fc.integer({ min: 1, max: 8 }),
    count: fc.integer({ min: 1, max: 60 }),
    highEvery: fc.integer({ min: 1, max: 7 }),
    producerDelayMs: fc.nat(20),
    consumerDelayMs: fc.nat(80),
  });

  test("for any load, each step is that of a plain model with one list", () => {
    fc.assert(
      fc.property(load, (values) => {
        const { trace, losses } = playProgram("priority-buffer", values);
        // The first to be dropped: low before high, then the oldest. The first to be taken: high before low, then the oldest.
        const rank = (element: number) => (element % values.highEvery === 0 ? 1 : 0);
        const worst = (list: readonly number[]) =>
          list.toSorted((a, b) => rank(a) - rank(b) || a - b)[0];
        const best = (list: readonly number[]) =>
          list.toSorted((a, b) => rank(b) - rank(a) || a - b)[0];
        let waiting: number[] = [];
        let made = 0;
        for (let row = 0; row < trace.length; row++) {
          const { kind, element, detail } = eventAt(trace, row);
          if (kind === RowKind.MADE) {
            made++;
            waiting.push(element);
          } else if (kind === RowKind.LOST) {
            expect(losses[detail]).toBe(UNIMPORTANT);
            expect(waiting.length).toBe(values.capacity + 1);
            expect(element).toBe(worst(waiting));
            waiting = waiting.filter((other) => other !== element);
          } else if (kind === RowKind.LEFT) {
            expect(element).toBe(best(waiting));
            waiting = waiting.filter((other) => other !== element);
          }
          if (kind === RowKind.ENTERED) {
            expect(waiting.length).toBeLessThanOrEqual(values.capacity);
          }
        }
        expect([waiting, made]).toEqual([[], values.count]);
      }),
    );
  });

  test("for any load, the consumer is never idle while an element waits", () => {
    fc.assert(
      fc.property(load, (values) => {
        const { numbersOf, endMs } = playProgram("priority-buffer", values);
        const received = numbersOf("received");
        const sentMs = new Map(numbersOf("sent").map(({ number, timeMs }) => [number, timeMs]));
        let freeMs = 0;
        for (const { number, timeMs } of received) {
          expect(timeMs).toBe(Math.max(freeMs, sentMs.get(number) ?? Number.NaN));
          freeMs = timeMs + values.consumerDelayMs;
        }
        expect(endMs).toBe(Math.max(freeMs, values.count * values.producerDelayMs));
      }),
    );
  });

  test("with room for everything it loses nothing, and high ones overtake low ones", () => {
    const { numbersOf } = playProgram("priority-buffer", {
      ...TEXT,
      capacity: 20,
      producerDelayMs: 0,
    });
    expect(numbersOf("dropped")).toEqual([]);
    const low = Array.from({ length: 20 }, (_, i) => i).filter((i) => i % 5 !== 0);
    expect(numbersOf("received").map(({ number }) => number)).toEqual([0, 5, 10, 15, ...low]);
  });
});
