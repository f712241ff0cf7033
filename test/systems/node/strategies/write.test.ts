import { describe, expect, test } from "vitest";
import { eventAt, Recording, seeded, startSimulation } from "../../../../src/run/index.ts";
import { strategyOf } from "../../../../src/systems/index.ts";
import { RowKind, Trace } from "../../../../src/trace/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { playProgram } from "../../../support/play-program.ts";
import { recorded, specOf } from "../../../support/runs.ts";
import { sourceLines } from "../../../support/source-lines.ts";
import { playsWhatWasRecorded, UNTOLD, writeLoad, writing } from "../../../support/stream-proof.ts";
import { toldByTrace } from "../../../support/stream-rows.ts";

const ID = "node-write";
const LOAD = { producerDelayMs: 50, consumerDelayMs: 300, count: 40, highWaterMark: 4 };
const IGNORING = { ...LOAD, heeds: "nothing" };

describe("a producer that heeds the answer", () => {
  const { trace, lines, end, endMs } = playProgram(ID, LOAD);
  const told = toldByTrace(playProgram(ID, LOAD));

  test("writes four, and no more until 'drain', which is emitted when all of them are done", () => {
    expect(told.made.slice(0, 9).map(([timeMs]) => timeMs)).toEqual([
      0, 50, 100, 150, 1250, 1300, 1350, 1400, 2500,
    ]);
    expect(told.drains.slice(0, 2)).toEqual([1200, 2450]);
    expect(told.done.slice(0, 5)).toEqual([
      [300, 0],
      [600, 1],
      [900, 2],
      [1200, 3],
      [1550, 4],
    ]);
  });

  test("prints the answer it gets, and when it goes on", () => {
    const texts = lines.slice(0, 7).map(({ timeMs, text }) => `${timeMs} ${text}`);
    expect(texts).toEqual([
      "150 full at 4",
      "300 done 0",
      "600 done 1",
      "900 done 2",
      "1200 done 3",
      "1200 drain",
      "1400 full at 4",
    ]);
  });

  test("the producer and the consumer end, and so does the program", () => {
    const ended = Array.from({ length: trace.length }, (_, row) => eventAt(trace, row))
      .filter(({ kind }) => kind === RowKind.ENDED)
      .map(({ timeMs, who }) => [timeMs, who]);
    expect(ended).toEqual([
      [12_500, 1],
      [12_500, 2],
    ]);
    expect([end, endMs]).toEqual([{ reason: "completed" }, 12_500]);
  });
});

test("a producer that ignores the answer fills the buffer, and nothing is refused", () => {
  const { history, lastMs } = recorded({ strategy: ID, values: { ...IGNORING, durationS: 15 } });
  const { stations, connections, made } = history.stateAt(1_950);
  expect([made, stations[1]?.contents.length]).toEqual([40, 33]);
  expect(connections[0]?.signal).toBe("full");
  expect([history.stateAt(lastMs).done, lastMs]).toEqual([40, 12_000]);
});

test("a producer that refuses writes four, and the next only after 'drain': all elements in between are lost", () => {
  const run = playProgram(ID, { ...LOAD, heeds: "refuses" });
  const refused = run.numbersOf("refused").map(({ timeMs, number }) => [timeMs, number]);
  expect(refused.slice(0, 2)).toEqual([
    [200, 4],
    [250, 5],
  ]);
  const told = toldByTrace(run);
  expect(told.drains[0]).toBe(1_200);
  expect(told.done.map(([, element]) => element)).toEqual([0, 1, 2, 3, 24, 25, 26, 27]);
  expect(refused.length).toBe(32);
  expect(run.losses.map(({ manner }) => manner)).toEqual(["rejected"]);
});

playsWhatWasRecorded({
  id: ID,
  load: writeLoad(1),
  caseOf: (values) => ({
    ...UNTOLD,
    ...{ system: "node", shape: "write" },
    ...writing(values, "drain"),
  }),
  made: "write",
  last: () => 1,
});

describe("what ends a run early", () => {
  function ended(values: Record<string, number | string>, limits = { events: 1e6, elements: 50 }) {
    const { machine } = startSimulation({
      strategy: strategyOf(catalogue, ID),
      values: { ...LOAD, heeds: "answer", count: 0, producerDelayMs: 0, ...values },
      random: seeded(1),
      trace: new Trace(),
      limits,
    });
    machine.runUntil(1_000);
    return [machine.now, machine.end];
  }

  test("a producer that ignores the answer and never pauses reaches the limit on waiting elements", () => {
    expect(ended({ heeds: "nothing" })).toEqual([
      0,
      {
        reason: "limit",
        limit: "elements",
        message: "more than 50 elements waited in one buffer at 0 ms of virtual time",
      },
    ]);
  });

  test("a producer that is never asked to wait and never pauses would block the event loop", () => {
    expect(ended({ consumerDelayMs: 0 })).toEqual([
      0,
      {
        reason: "limit",
        limit: "events",
        message: "the producer never pauses at 0 ms of virtual time",
      },
    ]);
  });

  test("a producer without an end that heeds the answer waits for 'drain' like any other", () => {
    expect(ended({})[1]).toBeNull();
  });

  test("elements of 1 MiB that are written in spite of the answer fill a heap of 10 MiB", () => {
    const values = { ...IGNORING, consumerDelayMs: 60_000, elementKiB: 1024, heapMiB: 10 };
    const run = recorded({ strategy: ID, values: { ...values, gcMsPerGiB: 0, durationS: 5 } });
    expect(run.end).toMatchObject({ reason: "limit", atMs: 500, limit: "heap" });
  });

  test("garbage collections stop the producer and the consumer alike", () => {
    const load = { ...IGNORING, producerDelayMs: 10, consumerDelayMs: 20, count: 300 };
    const values = { ...load, elementKiB: 1024, heapMiB: 200, durationS: 60 };
    const free = recorded({ strategy: ID, values: { ...values, gcMsPerGiB: 0 } });
    const stopped = recorded({ strategy: ID, values: { ...values, gcMsPerGiB: 5_000 } });
    expect(free.lastMs).toBe(6_000);
    expect(stopped.lastMs).toBeGreaterThan(free.lastMs);
    expect(stopped.history.stateAt(stopped.lastMs).done).toBe(300);
  });
});

test("a new pause and a new duration of work take effect from the next element on", () => {
  const run = new Recording(
    catalogue,
    specOf({
      strategy: ID,
      values: { ...LOAD, highWaterMark: 16, durationS: 12 },
      interventions: [
        { atMs: 120, key: "consumerDelayMs", value: 10 },
        { atMs: 120, key: "producerDelayMs", value: 40 },
      ],
    }),
  );
  run.advanceTo(330);
  const { trace } = run;
  const timesOf = (kind: RowKind) =>
    Array.from({ length: trace.length }, (_, row) => eventAt(trace, row))
      .filter((event) => event.kind === kind)
      .map(({ timeMs }) => timeMs);
  expect(timesOf(RowKind.MADE)).toEqual([0, 50, 100, 150, 190, 230, 270, 310]);
  expect(timesOf(RowKind.DONE)).toEqual([300, 310, 320, 330]);
});

describe("its text", () => {
  const sourceOf = (values: Record<string, number | string>) =>
    sourceLines(ID, { ...LOAD, heeds: "answer", ...values });
  const textOf = (values: Record<string, number | string>) =>
    sourceOf(values)
      .map((line) => (typeof line === "string" ? line : line.text))
      .join("\n");

  test("contains the settings, and marks where the producer and the consumer can be", () => {
    for (const part of ["element < 40", "sleep(50)", "highWaterMark: 4,", "}, 300);"]) {
      expect(textOf({})).toContain(part);
    }
    const places = sourceOf({}).flatMap((line) =>
      typeof line === "string" ? [] : line.spots.map(({ place, forMs }) => `${place} ${forMs}`),
    );
    expect(places).toEqual([
      "worker.ready null",
      "worker.busy 300",
      "producer.ready null",
      "producer.busy 0",
      "producer.busy 50",
    ]);
  });

  test("contains no line for a wait or a pause that does not happen", () => {
    expect(textOf({ heeds: "nothing" })).not.toMatch(/drain|once/);
    expect(textOf({ producerDelayMs: 0 })).not.toContain("sleep");
    expect(textOf({ consumerDelayMs: 0 })).not.toContain("setTimeout(()");
    expect(textOf({ count: 0 })).not.toMatch(/sink\.end|element < /);
  });
});
