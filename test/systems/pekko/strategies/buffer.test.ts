import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt, Recording } from "../../../../src/run/index.ts";
import { sourceTextOf, strategyOf } from "../../../../src/systems/index.ts";
import { RowKind, TaskEnd } from "../../../../src/trace/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { playProgram } from "../../../support/play-program.ts";
import { rounds } from "../../../support/rounds.ts";
import { recorded, specOf } from "../../../support/runs.ts";
import { bareBuffer, bareRows } from "./bare-graph.ts";
import { printedRows } from "./printed.ts";

const ID = "pekko-buffer";
const LOAD = {
  producerDelayMs: 100,
  consumerDelayMs: 300,
  count: 120,
  capacity: 8,
  overflowStrategy: "backpressure",
  boundary: "async",
  parallelism: 1,
};
/** The numbers of connections and stations in the topology, and of actors. */
const [TO_BUFFER, TO_INPUT, TO_WORKER] = [0, 1, 2];
const [SOURCE, BUFFER, INPUT, WORKERS] = [0, 1, 2, 3];
const [PRODUCER, WORKER] = [1, 2];

function eventsOf(run: Recording, kind: RowKind, station: number) {
  return Array.from({ length: run.trace.length }, (_, row) => eventAt(run.trace, row)).filter(
    (event) => event.kind === kind && event.station === station,
  );
}

const STRATEGIES = ["backpressure", "dropHead", "dropTail", "dropBuffer", "dropNew", "fail"];

test("the program prints what the bare graph does, whatever the load and the settings", () => {
  const values = fc.record({
    producerDelayMs: fc.nat(30),
    consumerDelayMs: fc.nat(60),
    count: fc.integer({ min: 1, max: 60 }),
    capacity: fc.integer({ min: 1, max: 10 }),
    overflowStrategy: fc.constantFrom(...STRATEGIES),
    boundary: fc.constantFrom("fused", "async", "one"),
    parallelism: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(values, (load) => {
      const below = bareBuffer(load.capacity, load.overflowStrategy);
      expect(printedRows(ID, load)).toEqual(bareRows(load, below));
    }),
    { numRuns: rounds(300, 60) },
  );
});

describe("with backpressure and a boundary below", () => {
  const run = recorded({ strategy: ID, values: { ...LOAD, durationS: 40 } });

  test("the boundary requests 16, then 8 whenever 8 were passed on; the other stages request one at a time", () => {
    const asked = eventsOf(run, RowKind.REQUESTED, TO_INPUT);
    expect(asked.slice(0, 4).map(({ timeMs, element }) => [timeMs, element])).toEqual([
      [0, 16],
      [2_100, 8],
      [4_500, 8],
      [6_900, 8],
    ]);
    for (const connection of [TO_BUFFER, TO_WORKER]) {
      const each = eventsOf(run, RowKind.REQUESTED, connection).map(({ element }) => element);
      expect(new Set(each)).toEqual(new Set([1]));
    }
  });

  test("the source waits from 3,100 ms on, with nothing in hand, until the next batch is requested", () => {
    const held = eventsOf(run, RowKind.HELD, BUFFER);
    const released = eventsOf(run, RowKind.RELEASED, BUFFER);
    expect(held[0]).toMatchObject({ timeMs: 3_100, who: PRODUCER, element: -1 });
    expect(released[0]).toMatchObject({ timeMs: 4_500, who: PRODUCER });
    const { made, stations, connections } = run.history.stateAt(3_100);
    expect(made).toBe(32);
    expect(stations[BUFFER]?.contents.toArray()).toEqual([24, 25, 26, 27, 28, 29, 30, 31]);
    expect(stations[INPUT]?.contents.length).toBe(13);
    expect(stations[SOURCE]?.actors[0]).toMatchObject({ activity: "held", heldAt: BUFFER });
    expect(connections.map(({ outstanding }) => outstanding)).toEqual([0, 0, 0]);
  });

  test("it then makes 8 in a row and waits again: on average it is as fast as the consumer", () => {
    const times = eventsOf(run, RowKind.MADE, SOURCE).map(({ timeMs }) => timeMs);
    expect(times.slice(32, 40)).toEqual([4_500, 4_600, 4_700, 4_800, 4_900, 5_000, 5_100, 5_200]);
    expect(times.slice(40, 42)).toEqual([6_900, 7_000]);
  });

  test("both ends complete, and nothing is lost", () => {
    expect(run.history.stateAt(run.lastMs)).toMatchObject({ made: 120, done: 120, lost: 0 });
    const ended = eventsOf(run, RowKind.ENDED, 0).map(({ who, detail }) => [who, detail]);
    expect(ended).toEqual([
      [PRODUCER, TaskEnd.COMPLETED],
      [WORKER, TaskEnd.COMPLETED],
    ]);
    const { stations } = run.history.stateAt(run.lastMs);
    expect(stations[SOURCE]?.actors[0]?.activity).toBe("ended");
  });
});

test("fused, the source waits as soon as the buffer is full", () => {
  const values = { ...LOAD, boundary: "fused", durationS: 10 };
  const run = recorded({ strategy: ID, values });
  expect(eventsOf(run, RowKind.HELD, BUFFER)[0]?.timeMs).toBe(1_100);
  expect(run.history.stateAt(1_100).stations[BUFFER]?.contents.length).toBe(8);
  expect(run.history.deepestWaiting).toBe(8);
});

describe("what a full buffer drops", () => {
  /** The buffer of 3 fills while the consumer works on 0; the other elements come before 0 is done. */
  const values = {
    ...{ producerDelayMs: 10, consumerDelayMs: 1_000, count: 7, capacity: 3 },
    ...{ boundary: "fused", parallelism: 1 },
  };
  test.each([
    ["dropHead", [1, 2, 3], [0, 4, 5, 6], "pekko-drop-head"],
    ["dropTail", [3, 4, 5], [0, 1, 2, 6], "pekko-drop-tail"],
    ["dropBuffer", [1, 2, 3], [0, 4, 5, 6], "pekko-drop-buffer"],
    ["dropNew", [4, 5, 6], [0, 1, 2, 3], "pekko-drop-new"],
  ])("%s", (overflowStrategy, lost, done, rule) => {
    const { trace, losses, numbersOf } = playProgram(ID, { ...values, overflowStrategy });
    const rows = Array.from({ length: trace.length }, (_, row) => eventAt(trace, row));
    const dropped = rows.filter(({ kind }) => kind === RowKind.LOST);
    expect(dropped.map(({ element }) => element)).toEqual(lost);
    expect(new Set(dropped.map(({ detail }) => losses[detail]?.id))).toEqual(new Set([rule]));
    expect(numbersOf("done").map(({ number }) => number)).toEqual(done);
    expect(rows.some(({ kind }) => kind === RowKind.HELD)).toBe(false);
  });
});

test("fail loses waiting elements and the one being worked on, cancels the source and fails the consumer", () => {
  const values = { ...LOAD, overflowStrategy: "fail", boundary: "fused", durationS: 10 };
  const run = recorded({ strategy: ID, values });
  const lostAt = (station: number) =>
    eventsOf(run, RowKind.LOST, station).map(({ element, timeMs, detail }) => [
      element,
      timeMs,
      run.losses[detail]?.id,
    ]);
  expect(lostAt(BUFFER)).toEqual([
    [13, 1_300, "pekko-overflow"],
    ...[5, 6, 7, 8, 9, 10, 11, 12].map((element) => [element, 1_300, "pekko-stopped"]),
  ]);
  // Without a boundary, the workers are the third station.
  expect(lostAt(INPUT)).toEqual([[4, 1_300, "pekko-stopped"]]);
  const ended = eventsOf(run, RowKind.ENDED, 0).map(({ who, detail }) => [who, detail]);
  expect(ended).toEqual([
    [PRODUCER, TaskEnd.CANCELLED],
    [WORKER, TaskEnd.FAILED],
  ]);
});

test("several workers are never given more than they can work on", () => {
  const values = { ...LOAD, parallelism: 3, producerDelayMs: 10, durationS: 10 };
  const run = recorded({ strategy: ID, values });
  for (let timeMs = 0; timeMs < 3_000; timeMs += 50) {
    const { actors } = run.history.stateAt(timeMs).stations[WORKERS] ?? { actors: [] };
    expect(actors.every(({ hand }) => hand.length <= 1)).toBe(true);
  }
  expect(run.history.stateAt(1_000).stations[WORKERS]?.actors.map(({ hand }) => hand)).toEqual([
    [9],
    [10],
    [11],
  ]);
});

test("a new pause and a new duration of work take effect from the next element on", () => {
  const run = new Recording(
    catalogue,
    specOf({
      strategy: ID,
      values: { ...LOAD, boundary: "fused", durationS: 12 },
      interventions: [
        { atMs: 150, key: "producerDelayMs", value: 40 },
        { atMs: 450, key: "consumerDelayMs", value: 50 },
      ],
    }),
  );
  run.advanceTo(700);
  expect(
    eventsOf(run, RowKind.MADE, SOURCE)
      .map(({ timeMs }) => timeMs)
      .slice(0, 6),
  ).toEqual([0, 100, 200, 240, 280, 320]);
  expect(eventsOf(run, RowKind.DONE, INPUT).map(({ timeMs }) => timeMs)).toEqual([
    300, 600, 650, 700,
  ]);
});

test("garbage collections stop the source and the consumer alike", () => {
  const values = { ...LOAD, elementKiB: 1024, heapMiB: 40, durationS: 60 };
  const free = recorded({ strategy: ID, values: { ...values, gcMsPerGiB: 0 } });
  const stopped = recorded({ strategy: ID, values: { ...values, gcMsPerGiB: 10_000 } });
  expect(free.lastMs).toBe(36_000);
  expect(stopped.lastMs).toBeGreaterThan(free.lastMs);
  expect(stopped.history.stateAt(stopped.lastMs).done).toBe(120);
});

test("its text contains the settings, and marks where the source and the consumer can be", () => {
  const { text, places } = sourceTextOf(
    strategyOf(catalogue, ID),
    { ...LOAD, boundary: "one" },
    "en",
  );
  for (const part of [
    "Source.range(0, 119)",
    ".throttle(1, Duration.ofMillis(100), 1, ThrottleMode.shaping())",
    ".buffer(8, OverflowStrategy.backpressure())",
    ".async()",
    ".mapAsync(1, Main::work)",
    ".withAttributes(Attributes.inputBuffer(1, 1))",
    "Duration.ofMillis(300)",
  ]) {
    expect(text).toContain(part);
  }
  expect([...places.keys()].sort()).toEqual([
    "producer.busy",
    "producer.held",
    "producer.ready",
    "worker.busy",
    "worker.ready",
  ]);
  const endless = sourceTextOf(
    strategyOf(catalogue, ID),
    {
      ...LOAD,
      count: 0,
      producerDelayMs: 0,
    },
    "en",
  ).text;
  expect(endless).toContain("Source.range(0, Integer.MAX_VALUE - 1)");
  expect(endless).not.toContain("ThrottleMode");
});
