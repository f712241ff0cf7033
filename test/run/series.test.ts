import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Recording, ratesAt, seriesOf } from "../../src/run/index.ts";
import { RowKind } from "../../src/trace/index.ts";
import { anyRun } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { recorded } from "../support/runs.ts";

/** The times of all rows of a kind. */
function timesOf({ trace }: Recording, kind: RowKind): number[] {
  const times: number[] = [];
  for (let row = 0; row < trace.length; row++) {
    if (trace.kindAt(row) === kind) times.push(trace.timeAt(row));
  }
  return times;
}

/** What a rate is at a time, told with plain lists; NaN where it is not known yet. */
function plainRate(all: readonly number[], timeMs: number): number {
  const events = all.filter((each) => each <= timeMs);
  const instants = [...new Set(events)];
  const b = instants.at(-1);
  if (b === undefined) return timeMs <= 1000 ? Number.NaN : 0;
  const before = instants.at(-2);
  if (timeMs - b > Math.max(1000, before === undefined ? b : b - before)) return 0;
  const early = instants.findLast((each) => each <= timeMs - 1000 && each <= b - 200);
  const a = early ?? (instants.length === 1 ? 0 : (instants[0] as number));
  if (b - a < 200) return Number.NaN;
  const isFirst = instants.length === 1;
  return (1000 * events.filter((each) => isFirst || each > a).length) / (b - a);
}

function near(value: number) {
  return Number.isNaN(value) ? value : expect.closeTo(value, 6);
}

describe("series", () => {
  test("points lie at equal distances, and the last one at the play head", () => {
    fc.assert(
      fc.property(
        anyRun,
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 100, max: 3000 }),
        (spec, untilMs, points, axisMs) => {
          const { history, durationMs } = recorded(spec);
          const toMs = Math.min(axisMs, durationMs);
          const series = seriesOf(history, { toMs, untilMs, points });
          const last = series.at(-1);
          expect(series.length).toBeLessThanOrEqual(points + 1);
          expect(last?.timeMs).toBeCloseTo(Math.min(untilMs, toMs), 6);
          const [first] = series;
          for (const [index, { timeMs }] of series.slice(0, -1).entries()) {
            expect(timeMs).toBeCloseTo((first?.timeMs ?? 0) * (index + 1), 6);
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

  test("each point has the rates of its time, and what was lost by then", () => {
    fc.assert(
      fc.property(anyRun, (spec) => {
        const run = recorded(spec);
        const { durationMs, history } = run;
        const range = { toMs: durationMs, untilMs: durationMs, points: 12 };
        for (const point of seriesOf(history, range)) {
          const rate = (kind: RowKind) => plainRate(timesOf(run, kind), point.timeMs);
          expect(point).toMatchObject({
            madePerSec: near(rate(RowKind.MADE)),
            donePerSec: near(rate(RowKind.DONE)),
            lostPerSec: near(rate(RowKind.LOST)),
          });
          expect(point.lost).toBe(history.stateAt(point.timeMs).lost);
        }
      }),
      { numRuns: rounds(30) },
    );
  });

  test("the depth is the deepest since the point before, so that no peak is lost", () => {
    fc.assert(
      fc.property(anyRun, fc.constantFrom(5, 12, 40), (spec, points) => {
        const { history, durationMs, trace } = recorded(spec);
        const series = seriesOf(history, { toMs: durationMs, untilMs: durationMs, points });
        let deepest = 0;
        for (let rows = 0; rows <= trace.length; rows++) {
          deepest = Math.max(deepest, history.cursorAtRow(rows).waiting);
        }
        expect(Math.max(...series.map(({ depth }) => depth))).toBe(deepest);
      }),
      { numRuns: rounds(30) },
    );
  });

  test("a producer ten times a second, a consumer three times", () => {
    const { history } = recorded({ strategy: "unlimited" });
    const series = seriesOf(history, { toMs: 60_000, untilMs: 60_000, points: 240 });
    const middle = series.at(120);
    expect(middle?.timeMs).toBe(30_250);
    expect(middle?.madePerSec).toBeCloseTo(10, 6);
    // Six or seven come to their end in the two seconds of a window: the rate is the same for both.
    expect(middle?.donePerSec).toBeCloseTo(10 / 3, 6);
    expect(middle?.depth).toBe(202);
  });
});

describe("rates at a time", () => {
  test("are as defined, for any run and time", () => {
    fc.assert(
      fc.property(anyRun, fc.array(fc.nat(3000), { maxLength: 10 }), (spec, times) => {
        const run = recorded(spec);
        for (const timeMs of times) {
          const rate = (kind: RowKind) => near(plainRate(timesOf(run, kind), timeMs));
          expect(ratesAt(run.history, timeMs)).toEqual({
            madePerSec: rate(RowKind.MADE),
            donePerSec: rate(RowKind.DONE),
            lostPerSec: rate(RowKind.LOST),
          });
        }
      }),
    );
  });

  test("a steady rhythm shows its steady rate, at any moment after 200 ms", () => {
    const { history } = recorded({ strategy: "unlimited" });
    for (const timeMs of [300, 1_150, 1_533, 25_017]) {
      expect(ratesAt(history, timeMs).madePerSec).toBeCloseTo(10, 9);
    }
    for (const timeMs of [1_300, 5_000, 5_150, 29_950]) {
      expect(ratesAt(history, timeMs).donePerSec).toBeCloseTo(10 / 3, 9);
    }
  });

  test("slower than one a second shows too, and a single event counts from the start", () => {
    const slow = recorded({ values: { producerDelayMs: 100, consumerDelayMs: 5_000 } });
    expect(ratesAt(slow.history, 5_500).donePerSec).toBeCloseTo(0.2, 9);
    const slowest = recorded({
      strategy: "conflated",
      values: { producerDelayMs: 1, consumerDelayMs: 59_999 },
    });
    expect(ratesAt(slowest.history, 60_000).donePerSec).toBeCloseTo(1000 / 59_999, 9);
  });

  test("nothing is known of the first moments, and silence is 0", () => {
    const { history } = recorded();
    expect(ratesAt(history, 0)).toEqual({
      madePerSec: Number.NaN,
      donePerSec: Number.NaN,
      lostPerSec: Number.NaN,
    });
    expect(ratesAt(history, 100).madePerSec).toBeNaN();
    const quiet = recorded({ values: { count: 20, producerDelayMs: 50, consumerDelayMs: 10 } });
    expect(ratesAt(quiet.history, 1_900).madePerSec).toBeCloseTo(20, 9);
    expect(ratesAt(quiet.history, 3_000).madePerSec).toBe(0);
    expect(ratesAt(quiet.history, 3_000).lostPerSec).toBe(0);
  });

  test("several events of one instant are one beat", () => {
    const bursts = recorded({
      strategy: "unlimited",
      values: { arrivals: "bursts", burstSize: 8, producerDelayMs: 12, durationS: 6 },
    });
    expect(ratesAt(bursts.history, 5_990).madePerSec).toBeCloseTo(1000 / 12, 1);
  });
});
