/** The state at any time, asked forward and backward, against one that was summed up from the start. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { History, type RunState } from "../../../src/run/index.ts";
import { type Actor, chain } from "../../../src/systems/index.ts";
import { UNDELIVERED } from "../../../src/systems/kotlin/index.ts";
import { Recorder, RowKind, Trace } from "../../../src/trace/index.ts";
import { flat } from "../../support/flat-state.ts";
import { NaiveRun } from "../../support/naive-run.ts";
import { anyRun } from "../../support/random-specs.ts";
import { rounds } from "../../support/rounds.ts";
import { recorded } from "../../support/runs.ts";

/** Everything that a state tells, as plain data. */
function told(state: RunState) {
  const { rows, made, received, done, lost, lostBy, lostByRule, byKind } = state;
  const { waiting, inHand, onTheWay, merged, monitors, connections } = state;
  const stations = state.stations.map(({ contents, held, actors, carriers, ...station }) => ({
    contents: contents.toArray(),
    held,
    actors,
    carriers,
    numbers: [station.entered, station.left, station.done, station.lost, ...station.gauges],
  }));
  return structuredClone({
    ...{ rows, made, received, done, lost, lostBy, lostByRule, byKind, stations },
    ...{ waiting, inHand, onTheWay, merged, monitors },
    connections: connections.map(({ requested, outstanding }) => [requested, outstanding]),
  });
}

test("at any row, forward and backward: the sum of all rows from the start", () => {
  fc.assert(
    fc.property(anyRun, fc.array(fc.nat(2000), { maxLength: 20 }), (spec, questions) => {
      const run = recorded(spec);
      for (const rows of questions) {
        const state = run.history.stateAtRow(rows);
        expect(state.rows).toBe(Math.min(rows, run.trace.length));
        const naive = new NaiveRun(run);
        for (let row = 0; row < state.rows; row++) naive.add(row);
        expect(state.inHand).toBe(naive.countOf("in hand"));
        expect(state.done).toBe(naive.countOf("done"));
        expect(told(state)).toEqual(told(recorded(spec).history.stateAtRow(rows)));
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
  expect(nothing).toMatchObject({ rows: 0, made: 0, waiting: 0, inHand: 0, lost: 0 });
  expect(told(history.stateAtRow(0))).toEqual(nothing);
  expect(told(history.stateAtRow(-5))).toEqual(nothing);
});

describe("what an actor does", () => {
  const run = recorded({ values: { producerDelayMs: 100, consumerDelayMs: 300, capacity: 2 } });
  const { history } = run;

  test("the producer pauses until its next element", () => {
    expect(flat(history.stateAt(150)).producers[0]).toMatchObject({
      actor: { role: "producer", index: 0, station: 0 },
      who: 1,
      activity: "busy",
      heldAt: -1,
      hand: [],
      sinceMs: 100,
      untilMs: 200,
      finished: 2,
    });
  });

  test("the producer is held with its element in hand until a place is free", () => {
    // 0 is being worked on, 1 and 2 stand in the buffer; 3 is taken in at 300 and 4 has to wait.
    const { heldByBuffer, buffer, producers } = flat(history.stateAt(450));
    expect(heldByBuffer).toEqual([4]);
    expect(buffer.toArray()).toEqual([2, 3]);
    expect(producers[0]).toMatchObject({ activity: "held", heldAt: 1, hand: [4], sinceMs: 400 });
    const after = flat(history.stateAt(600)).producers[0];
    expect(after).toMatchObject({ activity: "busy", heldAt: -1, hand: [] });
  });

  test("a worker works on its element for the consumer delay", () => {
    expect(flat(history.stateAt(450)).workers[0]).toMatchObject({
      actor: { role: "worker", index: 0, station: 2 },
      who: 2,
      activity: "busy",
      heldAt: -1,
      hand: [1],
      sinceMs: 300,
      untilMs: 600,
      finished: 1,
    });
  });

  test("all have ended when the run is completed", () => {
    const { history: whole, lastMs } = recorded({ values: { count: 3, workers: 2 } });
    const { producers, workers } = flat(whole.stateAt(lastMs));
    expect([...producers, ...workers].map(({ activity }) => activity)).toEqual([
      "ended",
      "ended",
      "ended",
    ]);
  });
});

/** Two buffers in a row, the second of which asks for what it wants. */
const TOPOLOGY = chain(
  { kind: "source", id: "source" },
  "suspend",
  { kind: "buffer", id: "first", capacity: 10 },
  "request",
  { kind: "buffer", id: "second", capacity: 4 },
  "request",
  { kind: "workers", id: "workers" },
);

const ACTORS: Readonly<Record<number, Actor>> = {
  1: { role: "producer", index: 0, station: 0 },
  2: { role: "worker", index: 0, station: 3 },
};

function written(write: (rows: Recorder, at: (timeMs: number) => void) => void) {
  const trace = new Trace();
  const clock = { now: 0 };
  const rows = new Recorder(trace, clock);
  write(rows, (timeMs) => {
    clock.now = timeMs;
  });
  const history = new History(trace, 1000, {
    topology: TOPOLOGY,
    kinds: null,
    losses: rows.losses,
    actorOf: (who) => ACTORS[who],
  });
  history.extend();
  return history;
}

test("elements lost with a cancelled channel leave the place where they were", () => {
  const history = written((rows, at) => {
    at(1);
    rows.made(0, 1, 0);
    rows.passed(1, 1, 0);
    at(2);
    for (const element of [1, 2, 3]) {
      rows.made(0, 1, element);
      rows.entered(1, 1, element);
    }
    at(3);
    rows.made(0, 1, 4);
    rows.held(1, 1, 4);
    at(5);
    for (const element of [4, 3, 0, 1]) rows.lost(1, 1, element, UNDELIVERED);
    at(6);
    rows.made(0, 1, 5);
    rows.lost(1, 1, 5, UNDELIVERED);
  });
  const left = (row: number) => {
    const { stations, onTheWay } = history.stateAtRow(row);
    const first = stations[1];
    const held = first?.held.map(({ element }) => element);
    return [held, first?.contents.toArray(), onTheWay, stations[0]?.actors[0]?.hand];
  };
  expect(left(10)).toEqual([[4], [1, 2, 3], 1, [4]]);
  expect(left(11)).toEqual([[], [1, 2, 3], 1, []]);
  expect(left(12)).toEqual([[], [1, 2], 1, []]);
  expect(left(13)).toEqual([[], [1, 2], 0, []]);
  expect(left(14)).toEqual([[], [2], 0, []]);
  expect(left(15)).toEqual([[], [2], 0, [5]]);
  expect(left(16)).toEqual([[], [2], 0, []]);
  expect(history.stateAtRow(16).lostBy.undelivered).toBe(5);
});

test("elements go from station to station, and each spends what was requested for it", () => {
  const history = written((rows) => {
    rows.requested(1, 2, 3);
    rows.requested(2, 2, 1);
    rows.requested(2, 2, Number.POSITIVE_INFINITY);
    for (const element of [0, 1, 2]) {
      rows.made(0, 1, element);
      rows.entered(1, 1, element);
    }
    // Nobody is known to carry it from one buffer to the next: it is on its way.
    rows.left(1, 9, 0);
    rows.entered(2, 9, 0);
    rows.left(1, 9, 1);
    rows.entered(2, 9, 1);
    rows.left(2, 2, 0);
    rows.done(3, 2, 0);
  });
  const between = history.stateAtRow(10);
  expect(between.onTheWay).toBe(1);
  const { stations, connections, waiting, done } = history.stateAt(0);
  expect(stations.map(({ contents }) => contents.toArray())).toEqual([[], [2], [1], []]);
  expect(waiting).toBe(2);
  expect(done).toBe(1);
  expect(connections.map(({ requested }) => requested)).toEqual([0, 3, Number.POSITIVE_INFINITY]);
  expect(connections[1]?.outstanding).toBe(1);
  expect(connections[2]?.outstanding).toBe(Number.POSITIVE_INFINITY);
});

test("what is merged on arrival spends its request, what is lost in a worker's hand spends no second one", () => {
  const history = written((rows) => {
    rows.requested(1, 2, 3);
    rows.requested(2, 2, 1);
    for (const element of [0, 1]) rows.made(0, 1, element);
    rows.entered(2, 1, 0);
    rows.merged(2, 1, 0);
    rows.left(2, 2, 0);
    rows.lost(3, 2, 0, UNDELIVERED);
  });
  const outstanding = (row: number) =>
    history.stateAtRow(row).connections.map((each) => each.outstanding);
  expect(outstanding(5)).toEqual([0, 2, 1]);
  expect(outstanding(6)).toEqual([0, 1, 1]);
  expect(outstanding(7)).toEqual([0, 1, 0]);
  expect(outstanding(8)).toEqual([0, 1, 0]);
  expect(history.stateAtRow(8)).toMatchObject({ made: 2, lost: 2, merged: 0 });
});

test("an aggregate counts as the elements that were merged into it", () => {
  const history = written((rows) => {
    for (const element of [0, 1, 2]) rows.made(0, 1, element);
    rows.entered(1, 1, 0);
    rows.merged(1, 1, 0);
    rows.merged(1, 2, 0);
    rows.left(1, 2, 0);
    rows.done(3, 2, 0);
  });
  expect(history.stateAtRow(6)).toMatchObject({ made: 3, done: 0, merged: 2, waiting: 1 });
  expect(history.stateAtRow(8)).toMatchObject({ made: 3, done: 3, merged: 0, waiting: 0 });
  expect(history.done.total).toBe(3);
});

test("the texts of the lessons: what the programs of the original post do", () => {
  const leak = recorded({ scenario: "memory-leak", strategy: "unlimited" }).history;
  const counts = [1_000, 5_000, 10_000].map((timeMs) => {
    const { made, received, waiting } = leak.stateAt(timeMs);
    return [made, received, waiting];
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
    if (trace.kindAt(row) === RowKind.RELEASED) returned.push(trace.timeAt(row));
  }
  // The n-th element is sent at 100 (n - 11), counted from 1; the 100th at 8,900.
  expect(returned).toEqual(Array.from({ length: 90 }, (_, i) => 100 * i));
  const { made, received, buffer, heldByBuffer } = flat(bounded.history.stateAt(0));
  expect([made, received, buffer.length, heldByBuffer.length]).toEqual([12, 1, 10, 1]);
  const doubled = recorded({ scenario: "bounded-buffer", values: { capacity: 20 } });
  expect(doubled.end).toEqual(bounded.end);
});

test("capacity: places in the buffer", () => {
  expect(recorded({ strategy: "unlimited" }).capacity).toBe(Number.POSITIVE_INFINITY);
  expect(recorded({ strategy: "rendezvous" }).capacity).toBe(0);
  expect(recorded({ strategy: "conflated" }).capacity).toBe(1);
  expect(recorded({ values: { capacity: 77 } }).capacity).toBe(77);
});
