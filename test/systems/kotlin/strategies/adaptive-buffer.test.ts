/** The text's adaptive channel, which loses its elements when it is resized, and the one that only moves its limit. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { FORGOTTEN } from "../../../../src/systems/kotlin/programs/losses.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { tells } from "../../../support/gauges.ts";
import { playProgram } from "../../../support/play-program.ts";
import { recorded } from "../../../support/runs.ts";

const load = fc.record({
  capacity: fc.integer({ min: 1, max: 20 }),
  count: fc.integer({ min: 1, max: 200 }),
  producerDelayMs: fc.nat(12),
  consumerDelayMs: fc.nat(40),
});

describe("as written", () => {
  test("for any load, a change of size loses the old channel's elements, and nothing else loses any", () => {
    fc.assert(
      fc.property(load, (values) => {
        const played = playProgram("adaptive-buffer-written", values);
        const { trace, losses, end } = played;
        let held: number[] = [];
        let lost: number[] = [];
        let left = 0;
        for (let row = 0; row < trace.length; row++) {
          const { kind, element, detail } = eventAt(trace, row);
          if (kind === RowKind.ENTERED) held.push(element);
          if (kind === RowKind.PASSED) left++;
          if (kind === RowKind.LEFT && held[0] === element) {
            held.shift();
            left++;
          }
          if (kind === RowKind.LOST) {
            expect(losses[detail]).toBe(FORGOTTEN);
            lost.push(element);
            left++;
          }
          if (tells(played, row, "capacity")) {
            expect(lost).toEqual(held);
            held = [];
            lost = [];
          }
        }
        expect([lost, held, left]).toEqual([[], [], values.count]);
        // The channel is never closed.
        expect(end).toEqual({ reason: "stalled" });
      }),
    );
  });

  test("the sizes go from 10 to 15, 22, 33 and back to 23, 16, 11, 7", () => {
    const next = new Map<string, number>();
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const values = { capacity: 9 + seed, count: 3_000, producerDelayMs: 1, consumerDelayMs: 2 };
      for (const { text } of playProgram("adaptive-buffer-written", values).lines) {
        const [, how, from, to] = /^buffer (\w+) from (\d+) to (\d+)$/.exec(text) ?? [];
        if (how !== undefined) next.set(`${how} ${from}`, Number(to));
      }
    }
    expect(next.size).toBeGreaterThan(10);
    for (const [change, to] of next) {
      const [how, from] = change.split(" ");
      const factor = how === "grows" ? 1.5 : 0.7;
      expect([change, to]).toEqual([change, Math.floor(Number(from) * factor)]);
      expect(how === "grows" ? Number(from) < 1000 : Number(from) > 10).toBe(true);
    }
  });
});

describe("lossless-adaptive", () => {
  const anyLoad = fc.tuple(
    load,
    fc.record({
      maxCapacity: fc.integer({ min: 1, max: 60 }),
      samples: fc.integer({ min: 1, max: 8 }),
      growPercent: fc.nat(100),
      shrinkPercent: fc.nat(100),
    }),
  );

  test("the text's load: the limit grows from 10 to 80, and nothing is lost", () => {
    const values = { capacity: 10, count: 200, producerDelayMs: 10, consumerDelayMs: 50 };
    const { lines, end, endMs, numbersOf } = playProgram("lossless-adaptive", values);
    const limits = lines.flatMap(({ text }) => /^limit grows .* to (\d+)$/.exec(text)?.[1] ?? []);
    expect(limits).toEqual(["15", "22", "33", "49", "73", "80"]);
    expect(numbersOf("received").map(({ number }) => number)).toEqual(
      Array.from({ length: 200 }, (_, i) => i),
    );
    expect([end, endMs]).toEqual([{ reason: "completed" }, 10_000]);
  });

  test("it shrinks again when the producer slows down", () => {
    const run = recorded({
      scenario: "adaptive-buffer",
      strategy: "lossless-adaptive",
      values: { count: 400 },
      interventions: [{ atMs: 1_500, key: "producerDelayMs", value: 100 }],
    });
    const { trace } = run;
    const rows = Array.from({ length: trace.length }, (_, row) => row);
    const limits = rows
      .filter((row) => tells(run, row, "capacity"))
      .map((row) => eventAt(trace, row));
    expect(Math.max(...limits.map(({ element }) => element))).toBe(80);
    expect(limits.at(-1)?.element).toBe(10);
  });

  test("for any load, all elements arrive in order, and never more are held than the current limit", () => {
    fc.assert(
      fc.property(anyLoad, ([values, own]) => {
        const played = playProgram("lossless-adaptive", { ...values, ...own });
        const { trace, end } = played;
        const least = values.capacity;
        const most = Math.max(values.capacity, own.maxCapacity);
        let limit = values.capacity;
        let held = 0;
        const received: number[] = [];
        /** The rows at which that is violated. */
        const outside: number[] = [];
        for (let row = 0; row < trace.length; row++) {
          const { kind, element } = eventAt(trace, row);
          if (kind === RowKind.ENTERED || kind === RowKind.PASSED) held++;
          if (kind === RowKind.LEFT) {
            held--;
            received.push(element);
          }
          if (tells(played, row, "capacity")) {
            limit = element;
            if (limit < least || limit > most) outside.push(row);
          }
          if (kind === RowKind.LOST || held > limit) outside.push(row);
        }
        expect(outside).toEqual([]);
        expect(received).toEqual(Array.from({ length: values.count }, (_, i) => i));
        expect(end).toEqual({ reason: "completed" });
      }),
    );
  });

  test("for any load, the producer waits only while the limit is reached", () => {
    fc.assert(
      fc.property(anyLoad, ([values, own]) => {
        const played = playProgram("lossless-adaptive", { ...values, ...own });
        const { trace } = played;
        let limit = values.capacity;
        let held = 0;
        for (let row = 0; row < trace.length; row++) {
          const { kind, element } = eventAt(trace, row);
          if (kind === RowKind.ENTERED || kind === RowKind.PASSED) held++;
          if (kind === RowKind.LEFT) held--;
          if (tells(played, row, "capacity")) limit = element;
          if (kind === RowKind.HELD) expect(held).toBe(limit);
        }
      }),
    );
  });
});
