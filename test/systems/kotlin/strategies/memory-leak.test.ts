/** The text's memory leak, and the one that ends. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { UNDELIVERED } from "../../../../src/systems/kotlin/index.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { playProgram } from "../../../support/play-program.ts";
import { recorded } from "../../../support/runs.ts";

const TEXT = { producerDelayMs: 1, consumerDelayMs: 100, bodyMs: 5000 };

describe("as written", () => {
  test.each([
    [1_000, 1_000, 10],
    [5_000, 5_000, 50],
    [10_000, 10_000, 100],
  ])("before the events of %i ms: %i made, %i taken, the rest waits", (timeMs, made, taken) => {
    const run = recorded({ strategy: "memory-leak-written", values: { ...TEXT, durationS: 11 } });
    const { made: all, received, waiting } = run.history.stateAt(timeMs - 1);
    expect([all, received, waiting]).toEqual([made, taken, made - taken]);
  });

  test("an hour after the end of its body, it is still running", () => {
    const slow = { producerDelayMs: 1_000, consumerDelayMs: 60_000, bodyMs: 5_000 };
    const { end, numbersOf } = playProgram("memory-leak-written", slow, 3_605_000);
    expect(end).toBeNull();
    expect(numbersOf("process").at(-1)).toEqual({ timeMs: 3_600_000, number: 60 });
  });
});

describe("that ends", () => {
  test("at 5,000 ms, discarding the 4,950 elements of the channel", () => {
    const { lines, end, endMs } = playProgram("leak-that-ends", TEXT);
    expect([end, endMs]).toEqual([{ reason: "completed" }, 5_000]);
    expect(lines.at(-1)).toMatchObject({ timeMs: 5_000, text: "left in the channel: 4950" });
    expect(lines.length).toBe(51);
  });

  test("for any delays, with its body; every element that was made has been taken or is then discarded", () => {
    const values = fc.record({
      producerDelayMs: fc.integer({ min: 1, max: 50 }),
      consumerDelayMs: fc.integer({ min: 1, max: 200 }),
      bodyMs: fc.nat(3_000),
    });
    fc.assert(
      fc.property(values, (load) => {
        const { trace, losses, endMs, end, lines } = playProgram("leak-that-ends", load);
        expect([end?.reason, endMs]).toEqual(["completed", load.bodyMs]);
        const rows = Array.from({ length: trace.length }, (_, row) => eventAt(trace, row));
        const of = (kind: RowKind) => rows.filter((row) => row.kind === kind);
        const dropped = of(RowKind.LOST);
        expect(of(RowKind.MADE).length).toBe(of(RowKind.LEFT).length + dropped.length);
        for (const { timeMs, detail } of dropped) {
          expect([timeMs, losses[detail]]).toEqual([load.bodyMs, UNDELIVERED]);
        }
        expect(lines.at(-1)?.text).toBe(`left in the channel: ${dropped.length}`);
      }),
    );
  });
});
