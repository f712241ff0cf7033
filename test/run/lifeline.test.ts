import fc from "fast-check";
import { expect, test } from "vitest";
import { eventAt, lastEvents, lifelineOf } from "../../src/run/index.ts";
import { RowKind } from "../../src/trace/index.ts";
import { flat } from "../support/flat-state.ts";
import { anyRun } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { recorded } from "../support/runs.ts";

/** The kinds whose rows are about an element. */
const ABOUT_ELEMENTS: readonly RowKind[] = [
  RowKind.MADE,
  RowKind.ENTERED,
  RowKind.PASSED,
  RowKind.HELD,
  RowKind.LOST,
  RowKind.LEFT,
  RowKind.DONE,
];

const PASSING: ReadonlySet<RowKind> = new Set([RowKind.ENTERED, RowKind.LEFT]);

test("a lifeline holds the rows about its element, those counted in, in order", () => {
  fc.assert(
    fc.property(anyRun, fc.nat(40), fc.nat(500), (spec, element, until) => {
      const { trace } = recorded(spec);
      const rows = Math.min(until, trace.length);
      const events = Array.from({ length: rows }, (_, row) => eventAt(trace, row));
      expect(lifelineOf(trace, element, rows)).toEqual(
        events.filter((event) => event.element === element && ABOUT_ELEMENTS.includes(event.kind)),
      );
    }),
  );
});

test("every element's life begins when it is made and ends once", () => {
  fc.assert(
    fc.property(anyRun, (spec) => {
      const { trace, history, lastMs, topology } = recorded(spec);
      const isBuffer = (station: number) => topology.stations[station]?.kind === "buffer";
      const { made } = flat(history.stateAt(lastMs));
      for (let element = 0; element < made; element++) {
        const kinds = lifelineOf(trace, element, trace.length)
          .filter(({ kind, station }) => kind !== RowKind.HELD || isBuffer(station))
          .filter(({ kind, station }) => !PASSING.has(kind) || isBuffer(station))
          .map(({ kind }) => kind);
        expect(kinds[0]).toBe(RowKind.MADE);
        expect(new Set(kinds).size).toBe(kinds.length);
        const ends = kinds.filter((kind) => kind === RowKind.DONE || kind === RowKind.LOST);
        expect(ends.length).toBeLessThanOrEqual(1);
        if (ends.length === 1) expect(kinds.at(-1)).toBe(ends[0]);
      }
    }),
    { numRuns: rounds(50) },
  );
});

test("the life of an element that had to wait", () => {
  const { trace } = recorded({ values: { capacity: 2 } });
  const life = lifelineOf(trace, 4, trace.length).map(({ kind, timeMs }) => [kind, timeMs]);
  expect(life).toEqual([
    [RowKind.MADE, 400],
    [RowKind.HELD, 400],
    [RowKind.ENTERED, 600],
    [RowKind.LEFT, 1200],
    [RowKind.DONE, 1500],
  ]);
});

test("the last events, oldest first, without the starts of delays", () => {
  fc.assert(
    fc.property(anyRun, fc.nat(500), fc.nat(20), (spec, until, count) => {
      const { trace } = recorded(spec);
      const rows = Math.min(until, trace.length);
      const events = Array.from({ length: rows }, (_, row) => eventAt(trace, row));
      const wanted = events.filter(({ kind }) => kind !== RowKind.BEGAN);
      expect(lastEvents(trace, rows, count)).toEqual(
        wanted.slice(Math.max(0, wanted.length - count)),
      );
    }),
  );
});
