import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Actor,
  History,
  initialValues,
  type RunCast,
  seeded,
  startSimulation,
} from "../../src/run/index.ts";
import { AT_GATE, strategyOf } from "../../src/systems/index.ts";
import { UNLIMITED } from "../../src/systems/kotlin/index.ts";
import { Trace, TraceKind } from "../../src/trace/index.ts";
import { anyRun } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { recorded, specOf } from "../support/runs.ts";

/** Says how many rows are looked at. */
class CountingTrace extends Trace {
  looks = 0;

  override kindAt(row: number): TraceKind {
    this.looks++;
    return super.kindAt(row);
  }
}

/** Who plays; a buffer without a bound, elements of one kind. */
function castOf(actorOf: (id: number) => Actor | undefined): RunCast {
  return { actorOf, capacity: UNLIMITED, kinds: null };
}

describe("a seek costs no more than a keyframe's distance, however long the run and its backlog", () => {
  const KEYFRAME_ROWS = 2048;
  const fast = { producerDelayMs: 1, durationS: 60, heapMiB: 4096 };

  test.each([
    [
      "1,000 a second through 64 places",
      "bounded",
      { consumerDelayMs: 3, workers: 3, capacity: 64 },
    ],
    ["a backlog of 59,400", "unlimited", { consumerDelayMs: 100 }],
  ] as const)("%s", (_name, strategy, values) => {
    const trace = new CountingTrace();
    const spec = specOf({ strategy, values: { ...fast, ...values } });
    const { sim, program } = startSimulation({
      strategy: strategyOf(strategy),
      values: initialValues(spec),
      random: seeded(1),
      trace,
    });
    const history = new History(
      trace,
      60_000,
      castOf((id) => program.actors.get(id)),
    );
    sim.runUntil(60_000);
    history.extend();
    expect(trace.length).toBeGreaterThan(150_000);
    for (let i = 0; i < 2_000; i++) {
      // Golden-ratio steps: times near and far, forward and backward.
      const timeMs = ((i * 0.618034) % 1) * 60_000;
      trace.looks = 0;
      const state = history.stateAt(timeMs);
      expect(state.rows).toBe(trace.rowsUntil(timeMs));
      expect(trace.looks).toBeLessThanOrEqual(KEYFRAME_ROWS);
    }
  });

  test("with 10,000 elements on the network: in the rows that they make", () => {
    const values = { producerDelayMs: 1, latencyMs: 10_000, consumerDelayMs: 1, durationS: 30 };
    const { history } = recorded({ strategy: "unlimited", values });
    let most = 0;
    for (let i = 0; i < 300; i++) {
      const timeMs = ((i * 0.618034) % 1) * 30_000;
      const { produced, received, buffer, handedOver, carriers } = history.stateAt(timeMs);
      expect(carriers.length).toBe(produced - received - buffer.length - handedOver);
      most = Math.max(most, carriers.length);
    }
    expect(most).toBe(10_000);
  });

  test("going on a little looks only at the rows in between", () => {
    const trace = new CountingTrace();
    for (let row = 0; row < 10_000; row++) trace.add(row, TraceKind.PRODUCED, 1, row);
    const history = new History(
      trace,
      10_000,
      castOf(() => ({ role: "producer", index: 0 })),
    );
    history.extend();
    history.stateAtRow(500);
    trace.looks = 0;
    expect(history.stateAtRow(520).produced).toBe(520);
    expect(trace.looks).toBe(20);
  });
});

test("marks: the first time of each", () => {
  fc.assert(
    fc.property(anyRun, (spec) => {
      const { trace, history } = recorded(spec);
      const first = (kind: TraceKind, counts = (_row: number) => true) => {
        for (let row = 0; row < trace.length; row++) {
          if (trace.kindAt(row) === kind && counts(row)) return trace.timeAt(row);
        }
        return null;
      };
      expect(history.marks).toEqual({
        firstDropMs: first(TraceKind.DROPPED),
        firstSuspensionMs: first(TraceKind.SUSPENDED, (row) => trace.detailAt(row) !== AT_GATE),
        firstTripMs: null,
      });
    }),
  );
});

test("marks at 0 ms are marks", () => {
  const { history } = recorded({ scenario: "bounded-buffer" });
  expect(history.marks.firstSuspensionMs).toBe(0);
});

describe("totals by bucket", () => {
  test("are those of a plain count: rows before the bucket's end, the last one with its end", () => {
    fc.assert(
      fc.property(anyRun, (spec) => {
        const { trace, history, durationMs } = recorded(spec);
        const naive = plainTotals(trace, durationMs);
        for (let bucket = 0; bucket < 1200; bucket++) {
          expect(totalsAt(history, bucket)).toEqual(naive[bucket]);
        }
      }),
      { numRuns: rounds(30) },
    );
  });

  test("a time on the border belongs to the bucket that begins there, for any length of a run", () => {
    // 5 s in 1,200 buckets: the border at 125 ms is missed by a division through the bucket's width.
    for (const durationMs of [1_000, 5_000, 7_000, 59_000, 600_000]) {
      const trace = new Trace();
      const history = new History(
        trace,
        durationMs,
        castOf(() => ({ role: "producer", index: 0 })),
      );
      for (let timeMs = 0; timeMs <= durationMs; timeMs += durationMs / 1000) {
        trace.add(timeMs, TraceKind.PRODUCED, 1, timeMs);
      }
      history.extend();
      const naive = plainTotals(trace, durationMs);
      for (let bucket = 0; bucket < 1200; bucket++) {
        expect(history.produced.totalAt(bucket)).toBe(naive[bucket]?.produced);
      }
    }
  });

  test("a bucket that no row has closed yet counts what there is", () => {
    const run = recorded({ values: { count: 5, durationS: 60 } });
    expect(run.lastMs).toBeLessThan(2_000);
    expect(totalsAt(run.history, 1199)).toEqual({ produced: 5, done: 5, dropped: 0, depthMax: 0 });
  });
});

function totalsAt(history: History, bucket: number) {
  const { produced, done, dropped } = history;
  return {
    produced: produced.totalAt(bucket),
    done: done.totalAt(bucket),
    dropped: dropped.totalAt(bucket),
    depthMax: history.depthMaxAt(bucket),
  };
}

/** The totals of each of 1,200 buckets, counted row by row with whole numbers. */
function plainTotals(trace: Trace, durationMs: number) {
  const totals = [];
  let row = 0;
  let [produced, done, dropped, depth] = [0, 0, 0, 0];
  for (let bucket = 0; bucket < 1200; bucket++) {
    let depthMax = depth;
    // Time t is before the end (bucket + 1) / 1200 of the duration.
    const isBefore = (timeMs: number) =>
      timeMs * 1200 < (bucket + 1) * durationMs || bucket === 1199;
    for (; row < trace.length && isBefore(trace.timeAt(row)); row++) {
      const kind = trace.kindAt(row);
      const handedOver = row > 0 && isHandOver(trace, row);
      if (kind === TraceKind.PRODUCED) produced++;
      else if (kind === TraceKind.DONE) done++;
      else if (kind === TraceKind.DROPPED) dropped++;
      if (kind === TraceKind.ACCEPTED) depth++;
      else if (kind === TraceKind.RECEIVED && !handedOver) depth--;
      else if (kind === TraceKind.DROPPED && trace.detailAt(row) === 1) depth--;
      depthMax = Math.max(depthMax, depth);
    }
    totals.push({ produced, done, dropped, depthMax });
  }
  return totals;
}

/** Whether the element received in this row had been handed over, looked up from the back. */
function isHandOver(trace: Trace, received: number): boolean {
  const element = trace.elementAt(received);
  for (let row = received - 1; row >= 0; row--) {
    if (trace.elementAt(row) !== element) continue;
    const kind = trace.kindAt(row);
    if (kind === TraceKind.HANDED_OVER) return true;
    if (kind === TraceKind.ACCEPTED) return false;
  }
  return false;
}
