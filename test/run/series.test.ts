import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TraceKind } from "../../src/engine/index.ts";
import { type Recording, ratesAt, seriesOf } from "../../src/run/index.ts";
import { anyRun } from "../support/random-specs.ts";
import { recorded } from "../support/runs.ts";

/** How many rows of a kind lie in [from, to) or, with `closed`, in (from, to]. */
function count({ trace }: Recording, kind: TraceKind, from: number, to: number, closed = false) {
  let rows = 0;
  for (let row = 0; row < trace.length; row++) {
    const timeMs = trace.timeAt(row);
    const inside = closed ? timeMs > from && timeMs <= to : timeMs >= from && timeMs < to;
    if (inside && trace.kindAt(row) === kind) rows++;
  }
  return rows;
}

describe("series", () => {
  test("points lie at equal distances, none after the play head, at most as many as asked", () => {
    fc.assert(
      fc.property(
        anyRun,
        fc.nat(3000),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 100, max: 3000 }),
        (spec, untilMs, points, axisMs) => {
          const { history, durationMs } = recorded(spec);
          const toMs = Math.min(axisMs, durationMs);
          const series = seriesOf(history, { toMs, untilMs, points });
          const [first] = series;
          expect(series.length).toBeLessThanOrEqual(points);
          for (const [index, { timeMs }] of series.entries()) {
            expect(timeMs).toBeCloseTo((first?.timeMs ?? 0) * (index + 1), 6);
            expect(timeMs).toBeLessThanOrEqual(Math.min(untilMs, toMs) + 1e-6);
          }
        },
      ),
    );
  });

  test("an axis of the whole run has as many points as asked, where they divide it", () => {
    for (const durationS of [1, 7, 12, 60, 600]) {
      const { history, durationMs } = recorded({ values: { durationS, count: 1 } });
      for (const points of [120, 240]) {
        const range = { toMs: durationMs, untilMs: durationMs, points };
        expect(seriesOf(history, range).length).toBe(points);
      }
    }
  });

  test("each rate is the mean over the window before its point", () => {
    fc.assert(
      fc.property(anyRun, (spec) => {
        const run = recorded(spec);
        const { durationMs } = run;
        const range = { toMs: durationMs, untilMs: durationMs, points: 12 };
        for (const point of seriesOf(run.history, range).slice(0, -1)) {
          const from = Math.max(0, point.timeMs - 1000);
          const seconds = (point.timeMs - from) / 1000;
          const rate = (kind: TraceKind) => count(run, kind, from, point.timeMs) / seconds;
          // A window of 1 s is a whole number of buckets, as runs of 1, 2 and 3 s have them.
          expect(point.producedPerSec).toBeCloseTo(rate(TraceKind.PRODUCED), 6);
          expect(point.donePerSec).toBeCloseTo(rate(TraceKind.DONE), 6);
          expect(point.droppedPerSec).toBeCloseTo(rate(TraceKind.DROPPED), 6);
          expect(point.dropped).toBe(count(run, TraceKind.DROPPED, 0, point.timeMs));
        }
      }),
      { numRuns: 30 },
    );
  });

  test("the depth is the deepest since the point before, so that no peak is lost", () => {
    fc.assert(
      fc.property(anyRun, fc.constantFrom(5, 12, 40), (spec, points) => {
        const { history, durationMs, trace } = recorded(spec);
        const series = seriesOf(history, { toMs: durationMs, untilMs: durationMs, points });
        let deepest = 0;
        for (let rows = 0; rows <= trace.length; rows++) {
          deepest = Math.max(deepest, history.stateAtRow(rows).buffer.length);
        }
        expect(Math.max(...series.map(({ depth }) => depth))).toBe(deepest);
      }),
      { numRuns: 30 },
    );
  });

  test("a producer ten times a second, a consumer three times", () => {
    const { history } = recorded({ strategy: "unlimited" });
    const series = seriesOf(history, { toMs: 60_000, untilMs: 60_000, points: 240 });
    const middle = series.at(120);
    expect(middle?.timeMs).toBe(30_250);
    expect(middle?.producedPerSec).toBeCloseTo(10, 6);
    // Six come to their end in the two seconds of this window, seven in others.
    expect(middle?.donePerSec).toBeCloseTo(3, 6);
    expect(middle?.depth).toBe(202);
  });
});

describe("rates at a time", () => {
  test("count what happened in the second up to it, its end included", () => {
    fc.assert(
      fc.property(anyRun, fc.array(fc.nat(3000), { maxLength: 10 }), (spec, times) => {
        const run = recorded(spec);
        for (const timeMs of times) {
          const windowMs = Math.min(1000, timeMs);
          const rate = (kind: TraceKind) =>
            windowMs === 0
              ? 0
              : (count(run, kind, timeMs - windowMs, timeMs, true) * 1000) / windowMs;
          expect(ratesAt(run.history, timeMs)).toEqual({
            producedPerSec: rate(TraceKind.PRODUCED),
            donePerSec: rate(TraceKind.DONE),
            droppedPerSec: rate(TraceKind.DROPPED),
          });
        }
      }),
    );
  });

  test("a steady rhythm shows its rate from the start", () => {
    const { history } = recorded({ strategy: "unlimited" });
    for (const timeMs of [100, 500, 1000, 25_000]) {
      expect(ratesAt(history, timeMs).producedPerSec).toBe(10);
    }
    expect(ratesAt(history, 0)).toEqual({ producedPerSec: 0, donePerSec: 0, droppedPerSec: 0 });
  });
});
