/** The state at any time, asked forward and backward, against one that was summed up from the start. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { History, type RunState } from "../../src/run/index.ts";
import { UNLIMITED } from "../../src/systems/kotlin/index.ts";
import { Trace, TraceKind } from "../../src/trace/index.ts";
import { NaiveRun } from "../support/naive-run.ts";
import { anyRun } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { recorded } from "../support/runs.ts";

/** Everything that a state tells, as plain data. */
function told(state: RunState) {
  const { rows, produced, accepted, received, done, dropped, droppedByRule, handedOver } = state;
  const { waiting, buffer, producers, workers } = state;
  return structuredClone({
    ...{ rows, produced, accepted, received, done, dropped, droppedByRule, handedOver },
    ...{ waiting, buffer: buffer.toArray(), producers, workers },
  });
}

test("at any row, forward and backward: the sum of all rows from the start", () => {
  fc.assert(
    fc.property(anyRun, fc.array(fc.nat(2000), { maxLength: 20 }), (spec, questions) => {
      const run = recorded(spec);
      const fresh = () => recorded(spec).history;
      for (const rows of questions) {
        const state = run.history.stateAtRow(rows);
        expect(state.rows).toBe(Math.min(rows, run.trace.length));
        const naive = new NaiveRun();
        for (let row = 0; row < state.rows; row++) naive.add(run.trace, row);
        expect(state.buffer.toArray()).toEqual(naive.buffer);
        expect(state.received).toBe(naive.received.length);
        expect(told(state)).toEqual(told(fresh().stateAtRow(rows)));
      }
    }),
    { numRuns: rounds(40) },
  );
});

test("at any time: everything at or before it", () => {
  fc.assert(
    fc.property(anyRun, fc.array(fc.nat(3200), { maxLength: 20 }), (spec, times) => {
      const { trace, history } = recorded(spec);
      for (const timeMs of times) {
        let rows = 0;
        while (rows < trace.length && trace.timeAt(rows) <= timeMs) rows++;
        expect(history.stateAt(timeMs).rows).toBe(rows);
      }
    }),
  );
});

test("before the first row: nothing", () => {
  const { history } = recorded();
  const nothing = told(history.stateAt(-1));
  expect(nothing).toMatchObject({ rows: 0, produced: 0, buffer: [], waiting: [], workers: [] });
  expect(told(history.stateAtRow(0))).toEqual(nothing);
  expect(told(history.stateAtRow(-5))).toEqual(nothing);
});

describe("what an actor does", () => {
  const run = recorded({ values: { producerDelayMs: 100, consumerDelayMs: 300, capacity: 2 } });
  const { history } = run;

  test("the producer pauses until its next element", () => {
    expect(history.stateAt(150).producers[0]).toEqual({
      actor: { role: "producer", index: 0 },
      activity: "delay",
      element: -1,
      tray: [],
      sinceMs: 100,
      untilMs: 200,
      finished: 2,
    });
  });

  test("the producer waits with its element in hand until a place is free", () => {
    // 0 is being worked on, 1 and 2 stand in the buffer; 3 is taken in at 300 and 4 has to wait.
    const state = history.stateAt(450);
    expect(state.waiting).toEqual([4]);
    expect(state.buffer.toArray()).toEqual([2, 3]);
    expect(state.producers[0]).toMatchObject({ activity: "suspended", element: 4, sinceMs: 400 });
    expect(history.stateAt(600).producers[0]).toMatchObject({ activity: "delay", element: -1 });
  });

  test("a worker works on its element for the consumer delay", () => {
    expect(history.stateAt(450).workers[0]).toEqual({
      actor: { role: "worker", index: 0 },
      activity: "delay",
      element: 1,
      tray: [1],
      sinceMs: 300,
      untilMs: 600,
      finished: 1,
    });
  });

  test("all have ended when the run is completed", () => {
    const { history: whole, lastMs } = recorded({ values: { count: 3, workers: 2 } });
    const { producers, workers } = whole.stateAt(lastMs);
    expect([...producers, ...workers].map(({ activity }) => activity)).toEqual([
      "ended",
      "ended",
      "ended",
    ]);
  });
});

test("elements lost with a cancelled channel leave the place where they were", () => {
  const trace = new Trace();
  const history = new History(trace, 1000, {
    actorOf: (id) =>
      id === 1 ? { role: "producer", index: 0 } : { role: "worker", index: id - 2 },
    capacity: 10,
    kinds: null,
  });
  const undelivered = (element: number) => trace.add(5, TraceKind.DROPPED, 1, element, 4);
  trace.add(1, TraceKind.PRODUCED, 1, 0);
  trace.add(1, TraceKind.HANDED_OVER, 1, 0, 2);
  for (const element of [1, 2, 3]) {
    trace.add(2, TraceKind.PRODUCED, 1, element);
    trace.add(2, TraceKind.ACCEPTED, 1, element);
  }
  trace.add(3, TraceKind.PRODUCED, 1, 4);
  trace.add(3, TraceKind.SUSPENDED, 1, 4);
  undelivered(4);
  undelivered(3);
  undelivered(0);
  undelivered(1);
  trace.add(6, TraceKind.PRODUCED, 1, 5);
  undelivered(5);
  history.extend();
  const left = (rows: number) => {
    const { waiting, buffer, handedOver, producers } = history.stateAtRow(rows);
    return [[...waiting], buffer.toArray(), handedOver, producers[0]?.element];
  };
  expect(left(10)).toEqual([[4], [1, 2, 3], 1, 4]);
  expect(left(11)).toEqual([[], [1, 2, 3], 1, -1]);
  expect(left(12)).toEqual([[], [1, 2], 1, -1]);
  expect(left(13)).toEqual([[], [1, 2], 0, -1]);
  expect(left(14)).toEqual([[], [2], 0, -1]);
  expect(left(15)).toEqual([[], [2], 0, 5]);
  expect(left(16)).toEqual([[], [2], 0, -1]);
});

test("the texts of the lessons: what the programs of the original post do", () => {
  const leak = recorded({ scenario: "memory-leak", strategy: "unlimited" }).history;
  const counts = [1_000, 5_000, 10_000].map((timeMs) => {
    const { produced, received, buffer } = leak.stateAt(timeMs);
    return [produced, received, buffer.length];
  });
  expect(counts).toEqual([
    [1_001, 11, 990],
    [5_001, 51, 4_950],
    [10_001, 101, 9_900],
  ]);

  const bounded = recorded({ scenario: "bounded-buffer" });
  expect(bounded.end).toEqual({ reason: "completed", atMs: 10_000 });
  const { trace } = bounded;
  const returned: number[] = [];
  for (let row = 0; row < trace.length; row++) {
    if (trace.kindAt(row) === TraceKind.RESUMED) returned.push(trace.timeAt(row));
  }
  // The n-th element is sent at 100 (n - 11), counted from 1; the 100th at 8,900.
  expect(returned).toEqual(Array.from({ length: 90 }, (_, i) => 100 * i));
  const { produced, received, waiting, buffer } = bounded.history.stateAt(0);
  expect([produced, received, buffer.length, waiting.length]).toEqual([12, 1, 10, 1]);
  const doubled = recorded({ scenario: "bounded-buffer", values: { capacity: 20 } });
  expect(doubled.end).toEqual(bounded.end);
});

test("capacity: places in the buffer", () => {
  expect(recorded({ strategy: "unlimited" }).capacity).toBe(UNLIMITED);
  expect(recorded({ strategy: "rendezvous" }).capacity).toBe(0);
  expect(recorded({ strategy: "conflated" }).capacity).toBe(1);
  expect(recorded({ values: { capacity: 77 } }).capacity).toBe(77);
});
