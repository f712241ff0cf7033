/** The text's bounded buffer, and the one that ends when its work ends. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { playProgram } from "../../../support/play-program.ts";

const TEXT = { capacity: 10, count: 100, consumerDelayMs: 100, bodyMs: 15000 };

describe("as written", () => {
  const run = playProgram("bounded-buffer-written", TEXT);

  test("at 0 ms ten sends return, work on an element begins, and an eleventh send returns", () => {
    const texts = run.lines.filter(({ timeMs }) => timeMs === 0).map(({ text }) => text);
    const first = Array.from({ length: 10 }, (_, i) => `sent ${i + 1}`);
    expect(texts).toEqual([...first, "start 1", "sent 11"]);
  });

  test("element n from 11 on is sent at 100 (n - 11), the last at 8,900 ms", () => {
    for (const { timeMs, number } of run.numbersOf("sent").slice(10)) {
      expect(timeMs).toBe(100 * (number - 11));
    }
    expect(run.numbersOf("sent").at(-1)).toEqual({ timeMs: 8_900, number: 100 });
  });

  test("the last is done at 10,000 ms; it returns at 15,000 ms", () => {
    expect(run.numbersOf("done").at(-1)).toEqual({ timeMs: 10_000, number: 100 });
    expect([run.end, run.endMs]).toEqual([{ reason: "completed" }, 15_000]);
  });

  test("without a place in the buffer each send waits for the consumer", () => {
    const { numbersOf } = playProgram("bounded-buffer-written", { ...TEXT, capacity: 0, count: 4 });
    expect(numbersOf("sent").map(({ timeMs }) => timeMs)).toEqual([0, 100, 200, 300]);
  });
});

describe("that ends", () => {
  test("with the text's numbers, at 10,000 ms", () => {
    const { end, endMs } = playProgram("bounded-buffer-that-ends", { ...TEXT, producerDelayMs: 0 });
    expect([end, endMs]).toEqual([{ reason: "completed" }, 10_000]);
  });

  test("for any load: in the instant of its last element or of the producer's last pause", () => {
    const values = fc.record({
      capacity: fc.integer({ min: 1, max: 12 }),
      count: fc.integer({ min: 1, max: 40 }),
      producerDelayMs: fc.nat(30),
      consumerDelayMs: fc.nat(60),
    });
    fc.assert(
      fc.property(values, (load) => {
        const { numbersOf, endMs, end } = playProgram("bounded-buffer-that-ends", load);
        const done = numbersOf("done");
        expect(done.map(({ number }) => number)).toEqual(
          Array.from({ length: load.count }, (_, i) => i + 1),
        );
        const lastSentMs = numbersOf("sent").at(-1)?.timeMs ?? 0;
        expect(end?.reason).toBe("completed");
        expect(endMs).toBe(Math.max(done.at(-1)?.timeMs ?? 0, lastSentMs + load.producerDelayMs));
      }),
    );
  });
});
