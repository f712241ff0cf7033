import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt, Recording, seeded, startSimulation } from "../../../../src/run/index.ts";
import { sourceTextOf, strategyOf } from "../../../../src/systems/index.ts";
import { RowKind, Trace } from "../../../../src/trace/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { playProgram } from "../../../support/play-program.ts";
import { recorded, specOf } from "../../../support/runs.ts";

const ID = "rx-observe-on";
const LOAD = { producerDelayMs: 20, consumerDelayMs: 100, count: 100, prefetch: 8 };
/** The numbers of connections and stations in the topology. */
const [TO_QUEUE, TO_WORKER] = [1, 2];
const [OVERFLOW, QUEUE] = [1, 2];

function rowsOf(trace: Trace, kind: RowKind, station: number) {
  return Array.from({ length: trace.length }, (_, row) => eventAt(trace, row)).filter(
    (event) => event.kind === kind && event.station === station,
  );
}

describe("who requests, and when", () => {
  const { trace, numbersOf, endMs, end } = playProgram(ID, LOAD);

  test("observeOn requests 8, then 6 each time 6 were passed on", () => {
    const asked = rowsOf(trace, RowKind.REQUESTED, TO_QUEUE);
    expect(asked.slice(0, 4).map(({ timeMs, element }) => [timeMs, element])).toEqual([
      [0, 8],
      [500, 6],
      [1100, 6],
      [1700, 6],
    ]);
    expect(asked).toHaveLength(17);
    expect(numbersOf("requested")).toEqual(
      asked.map(({ timeMs, element }) => ({ timeMs, number: element })),
    );
  });

  test("the subscriber requests one element whenever it is done with one", () => {
    const asked = rowsOf(trace, RowKind.REQUESTED, TO_WORKER);
    const done = numbersOf("done");
    expect(asked.map(({ element }) => element)).toEqual(Array(101).fill(1));
    expect(asked.slice(1).map(({ timeMs }) => timeMs)).toEqual(done.map(({ timeMs }) => timeMs));
  });

  test("every element is done, in order, and the program ends with the last one", () => {
    expect(numbersOf("done").map(({ number }) => number)).toEqual(
      Array.from({ length: 100 }, (_, element) => element),
    );
    expect([end, endMs]).toEqual([{ reason: "completed" }, 10_000]);
    const ended = rowsOf(trace, RowKind.ENDED, 0).map(({ timeMs, who }) => [timeMs, who]);
    expect(ended).toEqual([
      [2_000, 1],
      [10_000, 2],
    ]);
  });
});

test("two buffers in a row: the queue holds what was requested, create keeps the rest", () => {
  const { history } = recorded({ strategy: ID, values: { ...LOAD, durationS: 12 } });
  const { stations, connections, made, received } = history.stateAt(1_980);
  expect([made, received]).toEqual([100, 20]);
  // 8 + 3 x 6 were requested: 20 of those were passed on, 6 wait. The other 74 were not requested.
  expect(stations[QUEUE]?.contents.length).toBe(6);
  expect(stations[OVERFLOW]?.contents.length).toBe(74);
  expect(connections.map(({ outstanding }) => outstanding)).toEqual([0, 0, 0]);
});

test("a subscriber that is faster than the source leaves demand on both connections", () => {
  const values = { ...LOAD, producerDelayMs: 100, consumerDelayMs: 20, durationS: 12 };
  const { history } = recorded({ strategy: ID, values });
  const { stations, connections } = history.stateAt(250);
  expect(stations.map(({ contents }) => contents.length)).toEqual([0, 0, 0, 0]);
  expect(connections.map(({ outstanding }) => outstanding)).toEqual([0, 5, 1]);
});

test("the queue never holds more than the prefetch, whatever the load", () => {
  const load = fc.record({
    producerDelayMs: fc.nat(30),
    consumerDelayMs: fc.nat(60),
    prefetch: fc.integer({ min: 1, max: 20 }),
    count: fc.integer({ min: 1, max: 80 }),
  });
  fc.assert(
    fc.property(load, (values) => {
      const { trace, end } = playProgram(ID, values);
      expect(end).toEqual({ reason: "completed" });
      let [waiting, handedDown, requested] = [0, 0, 0];
      const limit = values.prefetch - Math.floor(values.prefetch / 4);
      for (let row = 0; row < trace.length; row++) {
        const { kind, station, element } = eventAt(trace, row);
        if (kind === RowKind.REQUESTED && station === TO_QUEUE) requested += element;
        if (station !== QUEUE) continue;
        if (kind === RowKind.ENTERED) waiting++;
        if (kind === RowKind.LEFT) [waiting, handedDown] = [waiting - 1, handedDown + 1];
        expect(waiting).toBeLessThanOrEqual(values.prefetch);
      }
      expect(handedDown).toBe(values.count);
      expect(requested).toBe(values.prefetch + limit * Math.floor(values.count / limit));
    }),
  );
});

describe("what ends a run early", () => {
  const endless = { ...LOAD, producerDelayMs: 1, consumerDelayMs: 1_000, count: 0 };

  test("a source without pause or end reaches the limit on waiting elements", () => {
    const { machine } = startSimulation({
      strategy: strategyOf(catalogue, ID),
      values: { ...endless, producerDelayMs: 0 },
      random: seeded(1),
      trace: new Trace(),
      limits: { events: 1_000, elements: 50 },
    });
    machine.runUntil(1_000);
    expect([machine.now, machine.end]).toEqual([
      0,
      {
        reason: "limit",
        limit: "elements",
        message: "more than 50 elements waited in one buffer at 0 ms of virtual time",
      },
    ]);
  });

  test("ten elements of 1 MiB fill a heap of 10 MiB", () => {
    const values = { ...endless, elementKiB: 1024, heapMiB: 10, gcMsPerGiB: 0, durationS: 1 };
    const run = recorded({ strategy: ID, values });
    expect(run.end).toMatchObject({ reason: "limit", atMs: 10, limit: "heap" });
  });

  test("garbage collections stop the producer and the subscriber alike", () => {
    const values = { ...LOAD, elementKiB: 1024, heapMiB: 100, durationS: 60 };
    const free = recorded({ strategy: ID, values: { ...values, gcMsPerGiB: 0 } });
    const stopped = recorded({ strategy: ID, values: { ...values, gcMsPerGiB: 1_000 } });
    expect(free.lastMs).toBe(10_000);
    expect(stopped.lastMs).toBeGreaterThan(free.lastMs);
    expect(stopped.history.stateAt(stopped.lastMs).done).toBe(100);
  });
});

test("a new pause and a new duration of work take effect from the next element on", () => {
  const run = new Recording(
    catalogue,
    specOf({
      strategy: ID,
      values: { ...LOAD, durationS: 12 },
      interventions: [
        { atMs: 50, key: "consumerDelayMs", value: 10 },
        { atMs: 50, key: "producerDelayMs", value: 40 },
      ],
    }),
  );
  run.advanceTo(200);
  const { trace } = run;
  expect(rowsOf(trace, RowKind.MADE, 0).map(({ timeMs }) => timeMs)).toEqual([
    0, 20, 40, 60, 100, 140, 180,
  ]);
  expect(rowsOf(trace, RowKind.DONE, 3).map(({ timeMs }) => timeMs)).toEqual([
    100, 110, 120, 130, 140, 150, 190,
  ]);
});

test("its text contains the settings, and marks where the producer and the subscriber can be", () => {
  const { text, places } = sourceTextOf(strategyOf(catalogue, ID), { ...LOAD, prefetch: 16 }, "en");
  for (const part of ["if (i == 100)", "emit(i + 1) }, 20", "false, 16)", "}, 100, MILL"]) {
    expect(text).toContain(part);
  }
  expect([...places.keys()]).toEqual([
    "producer.ready",
    "producer.busy",
    "worker.ready",
    "worker.busy",
  ]);
});
