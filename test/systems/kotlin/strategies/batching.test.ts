/** The batches of the text, and batches that are flushed by size, by time and at the end. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Recording } from "../../../../src/run/index.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { flat } from "../../../support/flat-state.ts";
import { placesOf, played } from "../../../support/played.ts";

const TEXT = { producerDelayMs: 10, count: 100, batchSize: 10, batchDelayMs: 500 };

const anyLoad = fc.record({
  count: fc.integer({ min: 1, max: 60 }),
  producerDelayMs: fc.nat(40),
  batchSize: fc.integer({ min: 1, max: 12 }),
  batchDelayMs: fc.nat(150),
  flushMs: fc.integer({ min: 1, max: 150 }),
  capacity: fc.integer({ min: 1, max: 12 }),
});

/** The elements of each batch. */
function batchesOf({ lines }: ReturnType<typeof played>): (readonly number[])[] {
  return lines.filter(({ line }) => line === "start").map(({ numbers }) => numbers);
}

describe("as written", () => {
  test("the numbers of the text's program", () => {
    const run = played("batching-written", { ...TEXT, bodyMs: 5_000 });
    expect(run.timesOf("start")).toEqual(Array.from({ length: 10 }, (_, b) => 90 + 500 * b));
    expect(run.timesOf("done")).toEqual(Array.from({ length: 10 }, (_, b) => 590 + 500 * b));
    expect(run.endMs).toBe(5_090);
    expect(run.lines[0]?.text).toBe("batch [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]");
    expect(run.lines[1]?.text).toBe("done: 10 elements");
  });

  test("at most 80 wait", () => {
    const run = new Recording(catalogue, {
      scenario: "batching",
      strategy: "batching-written",
      values: {},
      seed: 42,
      interventions: [],
    });
    run.advanceTo(8_000);
    expect(run.history.deepestWaiting).toBe(80);
    expect(flat(run.history.stateAt(1_000)).workers[0]?.hand.length).toBe(10);
  });

  test("for any load, full batches come in order, and the rest at the end", () => {
    fc.assert(
      fc.property(anyLoad, ({ flushMs: _, capacity: __, ...load }) => {
        const batches = batchesOf(played("batching-written", { ...load, bodyMs: 0 }));
        expect(batches.flat()).toEqual(Array.from({ length: load.count }, (_e, i) => i));
        for (const batch of batches.slice(0, -1)) expect(batch.length).toBe(load.batchSize);
        expect(batches.at(-1)?.length).toBeLessThanOrEqual(load.batchSize);
      }),
    );
  });
});

describe("by size or time", () => {
  test("the first element of a batch never waits longer in it than the flush time", () => {
    // One element every 100 ms, flushed 250 ms after the first: three to a batch.
    const run = played("timed-batches", {
      count: 9,
      producerDelayMs: 100,
      batchSize: 10,
      batchDelayMs: 0,
      flushMs: 250,
      capacity: 8,
    });
    expect(batchesOf(run)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ]);
    expect(run.timesOf("start")).toEqual([250, 550, 850]);
  });

  test("an element that comes in the very ms of the flush is not lost", () => {
    const run = played("timed-batches", {
      count: 12,
      producerDelayMs: 100,
      batchSize: 10,
      batchDelayMs: 0,
      flushMs: 300,
      capacity: 8,
    });
    expect(batchesOf(run).flat()).toEqual(Array.from({ length: 12 }, (_, i) => i));
    expect(run.timesOf("start")[0]).toBe(300);
  });

  test("in the very ms of the flush, the producer continues before the batch is printed, as in Kotlin", () => {
    const { trace, lines } = played("timed-batches", {
      producerDelayMs: 20,
      count: 8,
      batchSize: 5,
      batchDelayMs: 50,
      flushMs: 20,
      capacity: 1,
    });
    const rows = Array.from({ length: trace.length }, (_, row) => row);
    const accepted = rows.find(
      (row) => trace.kindAt(row) === RowKind.ENTERED && trace.elementAt(row) === 4,
    ) as number;
    const printed = lines.find(({ text }) => text === "batch [2, 3]");
    expect([trace.timeAt(accepted), printed?.timeMs]).toEqual([90, 90]);
    expect(printed?.row).toBeGreaterThan(accepted);
  });

  test("for any load, nothing is lost, the order is kept, and no batch is too large or begun too soon", () => {
    fc.assert(
      fc.property(anyLoad, (load) => {
        const run = played("timed-batches", load);
        const batches = batchesOf(run);
        expect(run.end).toEqual({ reason: "completed" });
        expect(batches.flat()).toEqual(Array.from({ length: load.count }, (_, i) => i));
        const starts = run.timesOf("start");
        const dones = [0, ...run.timesOf("done")];
        for (const [index, batch] of batches.entries()) {
          expect(batch.length).toBeLessThanOrEqual(load.batchSize);
          const startMs = starts[index] as number;
          const freeMs = dones[index] as number;
          // A batch that is not full has waited for the flush time, unless the channel was closed.
          if (batch.length < load.batchSize && index < batches.length - 1) {
            expect(startMs - freeMs).toBeGreaterThanOrEqual(load.flushMs);
          }
        }
      }),
    );
  });

  test("with room for everything, no batch begins later than the flush time after its first element", () => {
    fc.assert(
      fc.property(anyLoad, (values) => {
        const load = { ...values, capacity: 100 };
        const run = played("timed-batches", load);
        const dones = [0, ...run.timesOf("done")];
        for (const [index, batch] of batchesOf(run).entries()) {
          const madeMs = (batch[0] as number) * load.producerDelayMs;
          const firstMs = Math.max(dones[index] as number, madeMs);
          const waitedMs = (run.timesOf("start")[index] as number) - firstMs;
          expect(waitedMs).toBeLessThanOrEqual(load.flushMs);
        }
      }),
    );
  });
});

test.each(["batching-written", "timed-batches"] as const)(
  "%s: every element is in one place at every row, and done once",
  (strategy) => {
    for (const values of [
      {},
      { producerDelayMs: 70, flushMs: 140 },
      { count: 7, batchDelayMs: 0 },
    ]) {
      const run = new Recording(catalogue, {
        scenario: "batching",
        strategy,
        values: { ...values, durationS: 12 },
        seed: 42,
        interventions: [],
      });
      run.advanceTo(12_000);
      for (let rows = 0; rows <= run.trace.length; rows++) {
        const state = run.history.cursorAtRow(rows);
        expect(placesOf(state)).toBe(state.made);
        expect(flat(state).workers[0]?.hand.length ?? 0).toBe(state.received - state.done);
      }
      expect(run.history.stateAt(12_000).done).toBe(values.count ?? 100);
    }
  },
);
