/** Graceful degradation: which work is admitted, depending on how full the buffer is. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { REJECTED } from "../../../../src/systems/index.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { tells } from "../../../support/gauges.ts";
import { playProgram } from "../../../support/play-program.ts";

const load = fc.record({
  capacity: fc.integer({ min: 1, max: 20 }),
  count: fc.integer({ min: 1, max: 120 }),
  workers: fc.integer({ min: 1, max: 3 }),
  producerDelayMs: fc.nat(12),
  consumerDelayMs: fc.nat(80),
  requiredEvery: fc.integer({ min: 1, max: 6 }),
  reducedPercent: fc.integer({ min: 1, max: 100 }),
  essentialPercent: fc.integer({ min: 1, max: 100 }),
  hysteresisPercent: fc.nat(100),
});

test("for any load, each piece of work is admitted or rejected as the level says", () => {
  fc.assert(
    fc.property(load, (values) => {
      const run = playProgram("shed-optional", values);
      const { trace, end } = run;
      const starts = [
        0,
        values.reducedPercent,
        Math.max(values.reducedPercent, values.essentialPercent),
      ];
      let level = 0;
      let waiting = 0;
      for (let row = 0; row < trace.length; row++) {
        const { kind, element } = eventAt(trace, row);
        if (tells(run, row, "level")) {
          // The highest level that begins at this depth, or the one that has not ended yet.
          const percent = Math.floor((waiting * 100) / values.capacity);
          const reached = starts.findLastIndex((start) => percent >= start);
          const left = starts.findLastIndex((start) => percent >= start - values.hysteresisPercent);
          expect(element).toBe(Math.max(reached, Math.min(level, left)));
          level = element;
        }
        const importance = element % values.requiredEvery === 0 ? 0 : element % 2 === 0 ? 1 : 2;
        if (kind === RowKind.LOST) expect(importance).toBeGreaterThan(2 - level);
        if ([RowKind.ENTERED, RowKind.PASSED, RowKind.HELD].includes(kind as never)) {
          // A send that had to wait enters later, whatever the level is by then.
          if (kind !== RowKind.ENTERED || eventAt(trace, row - 1).kind !== RowKind.LEFT) {
            expect(importance).toBeLessThanOrEqual(2 - level);
          }
        }
        if (kind === RowKind.MADE) waiting = depthBefore(trace, row);
      }
      expect(end).toEqual({ reason: "completed" });
    }),
  );
});

test("for any load, no required work is rejected, and nothing else waits in a send", () => {
  fc.assert(
    fc.property(load, (values) => {
      const { trace, losses } = playProgram("shed-optional", values);
      for (let row = 0; row < trace.length; row++) {
        const { kind, element, detail } = eventAt(trace, row);
        const isRequired = element % values.requiredEvery === 0;
        if (kind === RowKind.LOST) expect(isRequired).toBe(false);
        if (kind === RowKind.HELD) expect(isRequired).toBe(true);
        if (kind === RowKind.LOST) expect(losses[detail]).toBe(REJECTED);
      }
    }),
  );
});

describe("hysteresis", () => {
  const changes = (hysteresisPercent: number) =>
    playProgram("shed-optional", {
      capacity: 20,
      count: 600,
      producerDelayMs: 30,
      consumerDelayMs: 100,
      workers: 2,
      hysteresisPercent,
    }).numbersOf("level").length;

  test("the wider it is, the less often the level changes", () => {
    expect(changes(0)).toBeGreaterThan(2 * changes(20));
    expect(changes(20)).toBeGreaterThan(changes(40));
    expect(changes(40)).toBeGreaterThan(0);
  });
});

/** Returns how many elements were admitted and not yet taken, counted from the rows before. */
function depthBefore(trace: Parameters<typeof eventAt>[0], until: number): number {
  const inside = new Set<number>();
  for (let row = 0; row < until; row++) {
    const { kind, element } = eventAt(trace, row);
    const enters = [RowKind.ENTERED, RowKind.PASSED, RowKind.HELD];
    if (enters.includes(kind as never)) inside.add(element);
    if (kind === RowKind.LEFT) inside.delete(element);
  }
  return inside.size;
}
