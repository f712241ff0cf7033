import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Channel, CONFLATED, LATEST, OLDEST, UNDELIVERED } from "../../src/systems/kotlin/index.ts";
import { RowKind, TaskEnd, Trace } from "../../src/trace/index.ts";
import { loggedSim } from "../support/logged-sim.ts";
import { traceBytes } from "../support/trace-bytes.ts";

const CHUNK_ROWS = 4096;

function rowsOf(trace: Trace): (string | number)[][] {
  const kinds = Object.fromEntries(Object.entries(RowKind).map(([name, kind]) => [kind, name]));
  return Array.from({ length: trace.length }, (_, row) => [
    trace.timeAt(row),
    kinds[trace.kindAt(row)] ?? "?",
    trace.stationAt(row),
    trace.whoAt(row),
    trace.elementAt(row),
    trace.detailAt(row),
  ]);
}

describe("columns", () => {
  test("return what was added", () => {
    const row = fc.record({
      kind: fc.constantFrom(...Object.values(RowKind)),
      station: fc.integer({ min: 0, max: 255 }),
      who: fc.integer(),
      element: fc.integer(),
      detail: fc.integer({ min: 0, max: 524_287 }),
      time: fc.double({ min: 0, max: 1e12, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 50 }), (rows) => {
        const trace = new Trace();
        for (const { time, kind, station, who, element, detail } of rows) {
          trace.add(time, kind, station, who, element, detail);
        }
        const read = rows.map((_, i) => ({
          kind: trace.kindAt(i),
          station: trace.stationAt(i),
          who: trace.whoAt(i),
          element: trace.elementAt(i),
          detail: trace.detailAt(i),
          time: trace.timeAt(i),
        }));
        expect(read).toEqual(rows);
      }),
    );
  });

  test("clamp a larger station and detail to the largest", () => {
    const trace = new Trace();
    trace.add(0, RowKind.GAUGE, 300, 70_000, 1, 600_000);
    expect([trace.stationAt(0), trace.whoAt(0), trace.detailAt(0), trace.kindAt(0)]).toEqual([
      255,
      70_000,
      524_287,
      RowKind.GAUGE,
    ]);
  });

  test("take 16 bytes a row, and 20 in a chunk with a detail or a number of 20 bits", () => {
    const rowsOfFirst = 512;
    const bytesWith = (who: number, detail: number) => {
      const trace = new Trace();
      expect([trace.length, trace.allocatedBytes]).toEqual([0, 0]);
      for (let i = 1; i < rowsOfFirst; i++) trace.add(i, RowKind.MADE, 0, 1, i);
      trace.add(rowsOfFirst, RowKind.MADE, 0, who, 0, detail);
      return trace.allocatedBytes / rowsOfFirst;
    };
    expect([bytesWith(1, 0), bytesWith(-1, 0), bytesWith(524_286, 0)]).toEqual([16, 16, 16]);
    expect([bytesWith(1, 1), bytesWith(524_287, 0), bytesWith(-2, 0)]).toEqual([20, 20, 20]);
  });

  test("keep rare values while the first chunk grows, and in every later chunk", () => {
    const trace = new Trace();
    const rows = 2 * CHUNK_ROWS + 700;
    const rare = new Set([3, 600, CHUNK_ROWS + 5, rows - 1]);
    for (let i = 0; i < rows; i++) {
      if (rare.has(i)) trace.add(i, RowKind.LOST, 1, 2 ** 31 - 1 - i, i, i + 1);
      else trace.add(i, RowKind.MADE, 1, i, i);
    }
    for (let i = 0; i < rows; i++) {
      const expected = rare.has(i) ? [2 ** 31 - 1 - i, i + 1] : [i, 0];
      if (trace.whoAt(i) !== expected[0] || trace.detailAt(i) !== expected[1]) {
        expect([i, trace.whoAt(i), trace.detailAt(i)]).toEqual([i, ...expected]);
      }
    }
    expect([...rare].map((i) => trace.detailAt(i))).toEqual([...rare].map((i) => i + 1));
  });
});

describe("chunks", () => {
  const rows = 2 * CHUNK_ROWS + 3;
  const trace = new Trace();
  for (let i = 0; i < rows; i++) {
    trace.add(i / 4, i % 2 === 0 ? RowKind.MADE : RowKind.DONE, i % 200, i % 1000, -i, i % 7);
  }

  test.each([
    0,
    CHUNK_ROWS - 1,
    CHUNK_ROWS,
    CHUNK_ROWS + 1,
    2 * CHUNK_ROWS - 1,
    2 * CHUNK_ROWS,
    rows - 1,
  ])("row %d is in its place", (i) => {
    const kind = i % 2 === 0 ? RowKind.MADE : RowKind.DONE;
    expect([
      trace.timeAt(i),
      trace.kindAt(i),
      trace.stationAt(i),
      trace.whoAt(i),
      trace.elementAt(i),
      trace.detailAt(i),
    ]).toEqual([i / 4, kind, i % 200, i % 1000, i === 0 ? 0 : -i, i % 7]);
  });

  test("rowsUntil finds the first row after a time across chunks", () => {
    for (const i of [0, 1, CHUNK_ROWS - 1, CHUNK_ROWS, 2 * CHUNK_ROWS, rows - 1]) {
      expect([trace.rowsUntil(i / 4 - 0.1), trace.rowsUntil(i / 4)]).toEqual([i, i + 1]);
    }
    expect([trace.rowsUntil(-1), trace.rowsUntil(Number.POSITIVE_INFINITY)]).toEqual([0, rows]);
  });

  test("an exactly full chunk has all its rows, and one more can be added", () => {
    const full = new Trace();
    for (let i = 0; i < CHUNK_ROWS; i++) full.add(i, RowKind.MADE, 0, 1, i);
    expect(rowsOf(full)).toHaveLength(CHUNK_ROWS);
    full.add(CHUNK_ROWS, RowKind.DONE, 5, 2, 3, 4);
    expect(rowsOf(full)).toHaveLength(CHUNK_ROWS + 1);
    expect(rowsOf(full).at(-1)).toEqual([CHUNK_ROWS, "DONE", 5, 2, 3, 4]);
  });
});

test("rowsUntil returns the same count as a search from the start", () => {
  const steps = fc.array(fc.constantFrom(0, 0, 1, 2, 0.5), { maxLength: 40 });
  fc.assert(
    fc.property(steps, fc.double({ min: -1, max: 60, noNaN: true }), (gaps, time) => {
      const trace = new Trace();
      const times: number[] = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        times.push(now);
        trace.add(now, RowKind.MADE, 0, 1, 1);
      }
      for (const at of [time, ...times]) {
        expect(trace.rowsUntil(at)).toBe(times.filter((rowTime) => rowTime <= at).length);
      }
    }),
  );
});

test("the bytes differ if a single field of a single row differs", () => {
  const bytesOf = (row: readonly [number, number, number, number]) => {
    const trace = new Trace();
    trace.add(0, RowKind.MADE, 0, 1, 1);
    trace.add(row[0], RowKind.ENTERED, 1, row[1], row[2], row[3]);
    return traceBytes(trace);
  };
  const base = bytesOf([1, 2, 3, 4]);
  expect(bytesOf([1, 2, 3, 4])).toEqual(base);
  for (const other of [
    [1.5, 2, 3, 4],
    [1, 3, 3, 4],
    [1, 2, 4, 4],
    [1, 2, 3, 5],
  ] as const) {
    expect(bytesOf(other)).not.toEqual(base);
  }
});

describe("what a channel records", () => {
  test("hand-over, acceptance, suspension, its end, and the ends of coroutines", () => {
    const trace = new Trace();
    const { sim, run } = loggedSim({ trace });
    const channel = new Channel<number>(sim, 1);
    sim.launch(function* () {
      for (const element of [10, 11, 12]) yield* channel.send(element);
    });
    sim.launch(function* () {
      yield* sim.delay(5);
      for (let i = 0; i < 4; i++) yield* channel.receive();
    });
    sim.launch(function* () {
      yield* sim.delay(9);
      yield* channel.send(13);
    });
    run();
    expect(rowsOf(trace)).toEqual([
      [0, "ENTERED", 0, 1, 10, 0],
      [0, "HELD", 0, 1, 11, 0],
      [5, "LEFT", 0, 2, 10, 0],
      [5, "ENTERED", 0, 1, 11, 0],
      [5, "LEFT", 0, 2, 11, 0],
      [5, "RELEASED", 0, 1, -1, 0],
      [5, "PASSED", 0, 1, 12, 0],
      [5, "ENDED", 0, 1, -1, TaskEnd.COMPLETED],
      [5, "LEFT", 0, 2, 12, 0],
      [9, "PASSED", 0, 3, 13, 0],
      [9, "ENDED", 0, 3, -1, TaskEnd.COMPLETED],
      [9, "LEFT", 0, 2, 13, 0],
      [9, "ENDED", 0, 2, -1, TaskEnd.COMPLETED],
    ]);
  });

  test("each loss with its rule", () => {
    const trace = new Trace();
    const { sim, run } = loggedSim({ trace });
    const conflated = new Channel<number>(sim, CONFLATED);
    const latest = new Channel<number>(sim, 1, "DROP_LATEST");
    const cancelled = new Channel<number>(sim, 1);
    sim.launch(function* () {
      for (const element of [1, 2]) yield* conflated.send(element);
      for (const element of [3, 4]) yield* latest.send(element);
      yield* cancelled.send(5);
      cancelled.cancel();
    });
    run();
    const drops = rowsOf(trace).filter(([, kind]) => kind === "LOST");
    expect(drops).toEqual([
      [0, "LOST", 0, 1, 1, 0],
      [0, "LOST", 0, 1, 4, 1],
      [0, "LOST", 0, 1, 5, 2],
    ]);
    // Rules are numbered in the order of their first use.
    expect(sim.recorder?.losses).toEqual([OLDEST, LATEST, UNDELIVERED]);
  });

  test("how each coroutine ended", () => {
    const trace = new Trace();
    const { sim, run } = loggedSim({ trace });
    const sleeper = sim.launch(function* () {
      yield* sim.delay(100);
    });
    sim.launch(function* () {
      yield* sim.delay(1);
      sleeper.cancel();
    });
    sim.launch(function* () {
      yield* sim.delay(2);
      throw new Error("boom");
    });
    run();
    const ends = rowsOf(trace).filter(([, kind]) => kind === "ENDED");
    expect(ends).toEqual([
      [1, "ENDED", 0, 2, -1, TaskEnd.COMPLETED],
      [1, "ENDED", 0, 1, -1, TaskEnd.CANCELLED],
      [2, "ENDED", 0, 3, -1, TaskEnd.FAILED],
    ]);
  });
});
