/** The text's sensors on one conflated channel, and sensors with a slot each. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { OLDEST } from "../../../../src/systems/kotlin/index.ts";
import { RowKind, type Trace } from "../../../../src/trace/index.ts";
import { type PlayedProgram, playProgram } from "../../../support/play-program.ts";

const TEXT = { sensors: 3, rounds: 1_000, intervalMs: 100, consumerDelayMs: 50, bodyMs: 12_000 };

/** Returns how many readings of each sensor were received. */
function heard({ trace }: Pick<PlayedProgram, "trace">, sensors: number): number[] {
  const counts = new Array<number>(sensors).fill(0);
  for (const element of received(trace))
    counts[element % sensors] = (counts[element % sensors] ?? 0) + 1;
  return counts;
}

function received(trace: Trace): number[] {
  const events = Array.from({ length: trace.length }, (_, row) => eventAt(trace, row));
  return events.filter(({ kind }) => kind === RowKind.LEFT).map(({ element }) => element);
}

describe("as written", () => {
  const run = playProgram("sensor-data-written", TEXT);

  test("of 3,000 readings 1,500 are received: 500 of TEMP_01, none of TEMP_02, 1,000 of TEMP_03", () => {
    expect(run.numbersOf("sent").length).toBe(3_000);
    expect(heard(run, 3)).toEqual([500, 0, 1_000]);
  });

  test("it returns at 100,000 ms", () => {
    expect([run.end, run.endMs]).toEqual([{ reason: "completed" }, 100_000]);
  });

  test("two of three readings are normal; the temperature is checked first", () => {
    const count = (words: string) => run.lines.filter(({ text }) => text.includes(words)).length;
    // A fifth is too hot, a sixth of the others too humid; with 1,500 readings, 5 % is four standard deviations.
    expect(Math.abs(count("too hot") / 1_500 - 1 / 5)).toBeLessThan(0.05);
    expect(Math.abs(count("too humid") / 1_500 - (4 / 5) * (1 / 6))).toBeLessThan(0.05);
    expect(count("normal") + count("too hot") + count("too humid")).toBe(1_500);
  });
});

describe("slot-per-sensor", () => {
  const load = fc.record({
    sensors: fc.integer({ min: 1, max: 8 }),
    rounds: fc.integer({ min: 1, max: 30 }),
    intervalMs: fc.nat(60),
    consumerDelayMs: fc.nat(90),
  });

  test("667 of the text's readings are received from each sensor", () => {
    expect(heard(playProgram("slot-per-sensor", TEXT), 3)).toEqual([667, 667, 667]);
  });

  test("for any load, a reading is only overwritten by the next one of the same sensor", () => {
    fc.assert(
      fc.property(load, (values) => {
        const { trace, losses, end } = playProgram("slot-per-sensor", values);
        const slots = new Map<number, number>();
        let made = -1;
        for (let row = 0; row < trace.length; row++) {
          const { kind, element, detail } = eventAt(trace, row);
          const sensor = element % values.sensors;
          if (kind === RowKind.MADE) made = element;
          if (kind === RowKind.ENTERED) slots.set(sensor, element);
          if (kind === RowKind.LOST) {
            expect([losses[detail], made]).toEqual([OLDEST, element + values.sensors]);
            expect(slots.get(sensor)).toBe(element);
          }
          if (kind === RowKind.LEFT) {
            expect(slots.get(sensor)).toBe(element);
            slots.delete(sensor);
          }
        }
        // The last reading of every sensor is received.
        expect([slots.size, end]).toEqual([0, { reason: "completed" }]);
      }),
    );
  });

  test("for any load, no sensor is skipped: a reading waits for at most one of each other sensor", () => {
    fc.assert(
      fc.property(load, (values) => {
        const { trace } = playProgram("slot-per-sensor", values);
        /** For each sensor with a reading in its slot: the sensors received from since. */
        const passed = new Map<number, number[]>();
        for (let row = 0; row < trace.length; row++) {
          const { kind, element } = eventAt(trace, row);
          const sensor = element % values.sensors;
          if (kind === RowKind.ENTERED && !passed.has(sensor)) passed.set(sensor, []);
          if (kind !== RowKind.LEFT) continue;
          passed.delete(sensor);
          for (const others of passed.values()) {
            expect(others).not.toContain(sensor);
            others.push(sensor);
          }
        }
      }),
    );
  });
});
