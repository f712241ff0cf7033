import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  History,
  MOST_STEPS,
  type Recording,
  readStaircase,
  type Step,
  staircaseOf,
} from "../../src/run/index.ts";
import { chain, type StrategyId } from "../../src/systems/index.ts";
import { Recorder, RowKind, Trace } from "../../src/trace/index.ts";
import { anyRun } from "../support/random-specs.ts";
import { recorded } from "../support/runs.ts";

const SUMS = ["made", "received", "done", "lost"] as const;

/** The sum at a time as its steps tell it. */
function totalAt(steps: readonly Step[], timeMs: number): number {
  return steps.findLast((step) => step.timeMs <= timeMs)?.total ?? Number.NaN;
}

describe("the staircase tells what the state tells", () => {
  test("at any time of any run", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyRun, part, part, (spec, one, other) => {
        const recording = recorded(spec);
        const { durationMs, history } = recording;
        const fromMs = Math.min(one, other) * durationMs;
        const untilMs = Math.max(one, other) * durationMs;
        const staircase = staircaseOf(recording, { fromMs, untilMs });
        for (const share of [0, 0.3, 0.77, 1]) {
          const timeMs = fromMs + (untilMs - fromMs) * share;
          const state = history.stateAt(Math.min(timeMs, untilMs));
          for (const sum of SUMS) {
            expect(totalAt(staircase[sum], Math.min(timeMs, untilMs))).toBe(state[sum]);
          }
        }
        expect(staircase.requested).toBeNull();
      }),
      { numRuns: 80 },
    );
  });

  test("the vertical distance is what was made and neither reached a worker nor ended", () => {
    fc.assert(
      fc.property(anyRun, fc.double({ min: 0, max: 1, noNaN: true }), (spec, part) => {
        const recording = recorded(spec);
        const timeMs = recording.durationMs * part;
        const reading = readStaircase(recording, timeMs);
        expect(reading.waiting).toBe(waitingOf(recording, timeMs).size);
        const { last } = reading;
        if (last === null) return;
        expect(last.receivedMs).toBeLessThanOrEqual(timeMs);
        expect(rowsOf(recording, last.element)).toMatchObject({
          made: last.madeMs,
          received: last.receivedMs,
        });
      }),
      { numRuns: 80 },
    );
  });
});

/** Elements that were made and have not come to a worker or an end. */
function waitingOf({ trace, cast }: Recording, timeMs: number): Set<number> {
  const waiting = new Set<number>();
  for (let row = 0; row < trace.rowsUntil(timeMs); row++) {
    const kind = trace.kindAt(row);
    const element = trace.elementAt(row);
    const isTaken = kind === RowKind.LEFT && cast.actorOf(trace.whoAt(row))?.role === "worker";
    if (kind === RowKind.MADE) waiting.add(element);
    const isOver = [RowKind.LOST, RowKind.MERGED, RowKind.DONE].some((end) => end === kind);
    if (isTaken || isOver) waiting.delete(element);
  }
  return waiting;
}

function rowsOf({ trace, cast }: Recording, element: number) {
  let made = Number.NaN;
  let received = Number.NaN;
  for (let row = trace.length - 1; row >= 0; row--) {
    if (trace.elementAt(row) !== element) continue;
    if (trace.kindAt(row) === RowKind.MADE) made = trace.timeAt(row);
    const taker = cast.actorOf(trace.whoAt(row));
    if (trace.kindAt(row) === RowKind.LEFT && taker?.role === "worker") {
      received = trace.timeAt(row);
    }
  }
  return { made, received };
}

describe("many steps become few", () => {
  const values = { producerDelayMs: 1, consumerDelayMs: 20, durationS: 60, heapMiB: 4096 };
  const recording = recorded({ strategy: "unlimited", values });

  test("60 s at 1,000 a second: at most 240, each of them true, both ends exact", () => {
    const window = { fromMs: 500, untilMs: 59_500 };
    const staircase = staircaseOf(recording, window);
    for (const sum of SUMS) {
      const steps = staircase[sum];
      expect(steps.length).toBeLessThanOrEqual(MOST_STEPS);
      for (const { timeMs, total } of steps) {
        expect(total).toBe(recording.history.stateAt(timeMs)[sum]);
      }
      expect([steps[0]?.timeMs, steps.at(-1)?.timeMs]).toEqual([500, 59_500]);
    }
    expect(staircase.made.length).toBeGreaterThan(200);
  });

  test("no step of a reduced sum is further from the truth than a part of the window makes", () => {
    const { made } = staircaseOf(recording, { fromMs: 0, untilMs: 60_000 });
    const most = Math.max(
      ...Array.from({ length: 600 }, (_, i) => {
        const timeMs = i * 100;
        return recording.history.made.totalUntil(timeMs) - totalAt(made, timeMs);
      }),
    );
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(60_000 / 119 + 1);
  });
});

/** The most by which a sum of the staircase of a run is above what was requested, at any of its steps. */
function mostAbove(run: Recording): number {
  const window = { fromMs: 0, untilMs: run.durationMs };
  const { made, requested } = staircaseOf(run, window);
  return Math.max(...made.map(({ timeMs, total }) => total - totalAt(requested ?? [], timeMs)));
}

describe("what was made and what was requested", () => {
  const values = { producerDelayMs: 1, consumerDelayMs: 100, count: 400, durationS: 2 };
  const heeding = ["rx-generate", "reactor-limit-rate", "pekko-buffer", "node-pipe", "web-pipe"];

  test.each(heeding as StrategyId[])(
    "%s: heeds demand: it reaches that line and never crosses it",
    (strategy) => {
      const run = recorded({ strategy, values });
      expect(run.history.stateAt(run.durationMs).made).toBeLessThan(400);
      expect(mostAbove(run)).toBe(0);
    },
  );

  test("rx-interval can't: the one tick above it is the one that was lost", () => {
    const run = recorded({ strategy: "rx-interval", values: { ...values, prefetch: 4 } });
    expect(mostAbove(run)).toBe(1);
    expect(run.history.marks.firstLossMs).toBe(5);
  });
});

test("requests: the sum over the connection that requests, without bound from the first request of that kind on", () => {
  const clock = { now: 0 };
  const trace = new Trace();
  const recorder = new Recorder(trace, clock);
  const topology = chain({ kind: "source", id: "source" }, "request", {
    kind: "workers",
    id: "workers",
  });
  const cast = { topology, kinds: null, losses: recorder.losses, actorOf: () => undefined };
  const history = new History(trace, 100, cast);
  for (const [now, n] of [
    [10, 8],
    [30, 6],
    [50, Number.POSITIVE_INFINITY],
  ] as const) {
    clock.now = now;
    recorder.requested(0, 1, n);
  }
  history.extend();
  const source = { trace, topology, cast, history };
  const { requested } = staircaseOf(source, { fromMs: 0, untilMs: 60 });
  const shown = [0, 10, 29, 30, 49, 50, 60].map((timeMs) => totalAt(requested ?? [], timeMs));
  const unbounded = Number.POSITIVE_INFINITY;
  expect(shown).toEqual([0, 8, 8, 14, 14, unbounded, unbounded]);
  expect(history.stateAt(60).connections[0]?.requested).toBe(unbounded);
});
