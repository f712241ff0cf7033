import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Recording, ratesAt, seriesOf } from "../../src/run/index.ts";
import { TraceKind } from "../../src/trace/index.ts";
import { anyRun } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { recorded } from "../support/runs.ts";

/** The times of all rows of a kind. */
function timesOf({ trace }: Recording, kind: TraceKind): number[] {
  const times: number[] = [];
  for (let row = 0; row < trace.length; row++) {
    if (trace.kindAt(row) === kind) times.push(trace.timeAt(row));
  }
  return times;
}

/** What a rate is meant to be at `endMs`, told with lists of times instead of totals. */
function plainRate(all: readonly number[], endMs: number, windowMs: number, bucketMs: number) {
  const times = all.filter((timeMs) => timeMs < endMs);
  const last = times.at(-1);
  if (last === undefined) return 0;
  const windowStart = endMs - windowMs;
  const quietBefore = last < windowStart;
  const start = quietBefore ? Math.floor(last / bucketMs + 1e-9) * bucketMs : windowStart;
  const earlier = times.filter((timeMs) => timeMs < start - 1e-6);
  const from = earlier.at(-1);
  if (from === undefined) {
    return (1000 * times.length) / Math.max(windowMs, endMs - (times[0] as number));
  }
  const counted = times.filter((timeMs) => timeMs >= start - 1e-6);
  const usual = (last - from) / new Set(counted).size;
  const quiet = endMs - last;
  if (quiet > Math.max(windowMs, 2 * usual) + 1e-6) return 0;
  return (1000 * counted.length) / (last - from + Math.max(0, quiet - usual));
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

  test("each rate is that of the window before its point", () => {
    fc.assert(
      fc.property(anyRun, (spec) => {
        const run = recorded(spec);
        const { durationMs, history } = run;
        const range = { toMs: durationMs, untilMs: durationMs, points: 12 };
        for (const point of seriesOf(history, range).slice(0, -1)) {
          // A window of 1 s is a whole number of buckets, as runs of 1, 2 and 3 s have them.
          const rate = (kind: TraceKind) =>
            plainRate(timesOf(run, kind), point.timeMs, 1000, history.bucketMs);
          expect(point.producedPerSec).toBeCloseTo(rate(TraceKind.PRODUCED), 6);
          expect(point.donePerSec).toBeCloseTo(rate(TraceKind.DONE), 6);
          expect(point.droppedPerSec).toBeCloseTo(rate(TraceKind.DROPPED), 6);
          const dropped = timesOf(run, TraceKind.DROPPED);
          expect(point.dropped).toBe(dropped.filter((timeMs) => timeMs < point.timeMs).length);
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
          deepest = Math.max(deepest, history.stateAtRow(rows).buffer.length);
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
    expect(middle?.producedPerSec).toBeCloseTo(10, 6);
    // Six or seven come to their end in the two seconds of a window: the rate is the same for both.
    expect(middle?.donePerSec).toBeCloseTo(10 / 3, 6);
    expect(middle?.depth).toBe(202);
  });
});

describe("rates at a time", () => {
  test("are those of the second before it, as of the last complete bucket", () => {
    fc.assert(
      fc.property(anyRun, fc.array(fc.nat(3000), { maxLength: 10 }), (spec, times) => {
        const run = recorded(spec);
        const { bucketMs } = run.history;
        for (const timeMs of times) {
          const endMs = Math.floor(timeMs / bucketMs + 1e-9) * bucketMs;
          if (endMs >= run.durationMs) continue;
          const rate = (kind: TraceKind) =>
            expect.closeTo(plainRate(timesOf(run, kind), endMs, 1000, bucketMs), 6);
          expect(ratesAt(run.history, timeMs)).toEqual({
            producedPerSec: rate(TraceKind.PRODUCED),
            donePerSec: rate(TraceKind.DONE),
            droppedPerSec: rate(TraceKind.DROPPED),
          });
        }
      }),
    );
  });

  test("a steady rhythm shows one steady rate after the first second, whatever the window", () => {
    const { history } = recorded({ strategy: "unlimited" });
    for (const timeMs of [1_150, 1_533, 25_017]) {
      expect(ratesAt(history, timeMs).producedPerSec).toBeCloseTo(10, 9);
    }
    for (const timeMs of [1_500, 5_000, 5_150, 29_950]) {
      expect(ratesAt(history, timeMs).donePerSec).toBeCloseTo(10 / 3, 9);
    }
    expect(ratesAt(history, 0)).toEqual({ producedPerSec: 0, donePerSec: 0, droppedPerSec: 0 });
  });

  test("in the first second a rate is what has come so far: a burst at the start is no peak", () => {
    const { history } = recorded({ scenario: "bounded-buffer" });
    expect(ratesAt(history, 50).producedPerSec).toBe(12);
    expect(ratesAt(history, 950).producedPerSec).toBe(21);
    expect(ratesAt(history, 1_500).producedPerSec).toBeCloseTo(10, 9);
  });

  test("a rate falls when nothing comes any more", () => {
    const { history } = recorded({ strategy: "unlimited", values: { count: 20 } });
    const rates = [2_000, 2_200, 3_000, 6_000].map((at) => ratesAt(history, at).producedPerSec);
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
    expect(rates.at(-1)).toBeLessThan(1);
  });
});

test("a rate is 0 once it has been quiet for long; several events of one time are one beat", () => {
  const quiet = recorded({ values: { count: 20, producerDelayMs: 50, consumerDelayMs: 10 } });
  expect(ratesAt(quiet.history, 3_000).producedPerSec).toBe(0);
  const bursts = recorded({
    strategy: "unlimited",
    values: { arrivals: "bursts", burstSize: 8, producerDelayMs: 12, durationS: 6 },
  });
  // 8 every 96 ms; the last burst may be up to 96 ms old.
  expect(ratesAt(bursts.history, 5_990).producedPerSec).toBeCloseTo(1000 / 12, 1);
});
