import { describe, expect, test } from "vitest";
import { Recording } from "../../src/run/index.ts";
import { channelStrategies as strategies } from "../../src/systems/index.ts";
import { RowKind } from "../../src/trace/index.ts";
import { catalogue } from "../support/everything.ts";
import { flat } from "../support/flat-state.ts";
import { recorded, specOf } from "../support/runs.ts";

describe("a run ends", () => {
  test("when its length is reached; what happens at that time is still in it", () => {
    const run = recorded({ strategy: "unlimited", values: { durationS: 2 } });
    expect(run.end).toEqual({ reason: "duration", atMs: 2_000 });
    expect(run.lastMs).toBe(2_000);
    expect(run.trace.timeAt(run.trace.length - 1)).toBe(2_000);
    expect(flat(run.history.stateAt(2_000)).made).toBe(21);
  });

  test("when its length is reached, however much happens to each of a thousand elements a second", () => {
    const values = { producerDelayMs: 1, consumerDelayMs: 2, workers: 4, threads: 4, latencyMs: 5 };
    const run = recorded({ strategy: "bounded", values: { ...values, durationS: 130 } });
    expect(run.end).toEqual({ reason: "duration", atMs: 130_000 });
  });

  test("when every coroutine has ended", () => {
    const run = recorded({ values: { count: 3 } });
    // The last pause of the producer is over long before the last element is done.
    expect(run.end).toEqual({ reason: "completed", atMs: 900 });
    expect(run.lastMs).toBe(900);
    expect(run.recordedMs).toBe(run.durationMs);
  });

  test("completed, even if that is at the time of its length", () => {
    const run = recorded({ values: { count: 10, consumerDelayMs: 100, durationS: 1 } });
    expect(run.end).toEqual({ reason: "completed", atMs: 1_000 });
  });

  test("when the heap of the model is full", () => {
    const run = recorded({
      scenario: "memory-leak",
      strategy: "unlimited",
      values: { elementKiB: 1024, heapMiB: 100 },
    });
    expect(run.end).toEqual({ reason: "limit", limit: "heap", atMs: 101 });
    // The element that there was no room for was made, and is the last thing recorded.
    const last = run.trace.length - 1;
    expect(run.trace.kindAt(last)).toBe(RowKind.MADE);
    const { made, done, lost } = run.history.stateAt(run.lastMs);
    expect(made - done - lost).toBe(101);
  });

  test("a bounded buffer that fits into the heap never fills it", () => {
    const run = recorded({
      scenario: "memory-leak",
      strategy: "bounded",
      // 64 wait, one is being worked on, and one is in the hand of the producer.
      values: { elementKiB: 1024, heapMiB: 66, capacity: 64, durationS: 5 },
    });
    expect(run.end?.reason).toBe("duration");
  });

  test.each(["conflated", "try-send"] as const)(
    "%s: at the bound on events, when nobody ever pauses",
    { timeout: 60_000 },
    (strategy) => {
      // More memory than a lane of the page has, which would end it before.
      const run = new Recording(
        catalogue,
        specOf({ strategy, values: { producerDelayMs: 0, consumerDelayMs: 0 } }),
        Number.POSITIVE_INFINITY,
      );
      run.advanceTo(Number.POSITIVE_INFINITY);
      expect(run.end).toEqual({ reason: "limit", limit: "events", atMs: 0 });
      expect(run.lastMs).toBe(0);
      expect(flat(run.history.stateAt(0)).rows).toBe(run.trace.length);
      expect(flat(run.history.stateAt(0)).made).toBeGreaterThan(1_000);
      expect(run.trace.length).toBeLessThan(5_000_000);
    },
  );

  test("an unlimited buffer without a pause ends out of memory at 0 ms", () => {
    const run = recorded({ strategy: "unlimited", values: { producerDelayMs: 0, heapMiB: 8 } });
    expect(run.end).toEqual({ reason: "limit", limit: "heap", atMs: 0 });
  });

  test.each(strategies.map(({ id }) => id))(
    "%s: for a reason, with any extreme values",
    (strategy) => {
      for (const producerDelayMs of [0, 60_000]) {
        for (const consumerDelayMs of [0, 60_000]) {
          const values = { producerDelayMs, consumerDelayMs, workers: 8, heapMiB: 1, count: 2_000 };
          const run = recorded({ strategy, values });
          expect(run.end).not.toBeNull();
          expect(run.end?.reason).not.toBe("failed");
          expect(run.end?.reason).not.toBe("stalled");
          expect(run.lastMs).toBeLessThanOrEqual(run.durationMs);
          expect(run.recordedMs).toBe(run.durationMs);
        }
      }
    },
  );
});

describe("while it is being recorded", () => {
  test("the end is not known before it is reached", () => {
    const run = new Recording(catalogue, specOf({ values: { count: 3 } }));
    expect([run.recordedMs, run.end, run.lastMs]).toEqual([-1, null, 60_000]);
    expect(run.trace.length).toBe(0);
    run.advanceTo(500);
    expect([run.recordedMs, run.end, run.lastMs]).toEqual([500, null, 60_000]);
    run.advanceTo(900);
    expect([run.recordedMs, run.lastMs]).toEqual([60_000, 900]);
  });

  test("going back, or nowhere, records nothing", () => {
    const run = new Recording(catalogue, specOf());
    run.advanceTo(1_000);
    const { length } = run.trace;
    for (const timeMs of [500, 1_000, -1, Number.NaN]) run.advanceTo(timeMs);
    expect(run.trace.length).toBe(length);
    expect(run.recordedMs).toBe(1_000);
  });

  test("at 0 ms, everything at 0 ms is recorded", () => {
    const run = new Recording(catalogue, specOf({ scenario: "bounded-buffer" }));
    run.advanceTo(0);
    expect(run.recordedMs).toBe(0);
    expect(flat(run.history.stateAt(0)).made).toBe(12);
  });
});
