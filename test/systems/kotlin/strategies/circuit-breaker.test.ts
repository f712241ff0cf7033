/** The circuit breaker of the text with its bugs, and one that follows resilience4j's rules. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Recording } from "../../../../src/run/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { placesOf, played } from "../../../support/played.ts";

const TEXT = {
  producerDelayMs: 200,
  consumerDelayMs: 100,
  count: 20,
  capacity: 10,
  failFrom: 11,
  failTo: 1_000_000,
};

describe("as written", () => {
  const values = { ...TEXT, failureThreshold: 5, timeoutMs: 5_000, bodyMs: 8_000 };

  test("the numbers of the text's program", () => {
    const run = played("circuit-breaker-written", values);
    expect(run.elementsOf("sent")).toEqual(Array.from({ length: 11 }, (_, i) => i));
    expect(run.elementsOf("failed")).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(run.timesOf("open")).toEqual([3_000]);
    expect(run.timesOf("rejected")).toEqual([3_200, 3_400, 3_600, 3_800]);
    expect(run.timesOf("halfOpen")).toEqual([]);
    expect(run.endMs).toBe(8_000);
  });

  test("75 calls, 11 to 42 failing: two half-open calls are not made", () => {
    const run = played("circuit-breaker-written", { ...values, count: 75, failTo: 42 });
    expect(run.timesOf("open")).toEqual([3_000]);
    expect(run.timesOf("rejected")).toContain(8_000);
    expect(run.timesOf("halfOpen")).toEqual([8_200, 13_600]);
    expect(run.timesOf("reopen")).toEqual([8_400]);
    expect(run.timesOf("closed")).toEqual([13_800]);
    expect(run.elementsOf("failed")).toContain(13_600 / 200);
  });
});

describe("by failure rate", () => {
  test("window 10, minimum 5: S S F F F opens after the fifth call, at 60 %", () => {
    const run = played("sliding-breaker", {
      ...TEXT,
      failFrom: 2,
      windowSize: 10,
      minimumCalls: 5,
    });
    expect(run.timesOf("open")[0]).toBe(4 * 200);
  });

  test("the first call after the wait is the first trial; at its very end, the wait is not yet over", () => {
    const wait = (waitOpenMs: number) =>
      played("sliding-breaker", { ...TEXT, failTo: 15, waitOpenMs, trialCalls: 2 });
    // Opens at 3,000 ms; calls at 3,200, 3,400, 3,600.
    expect(wait(399).timesOf("halfOpen")).toEqual([3_400]);
    expect(wait(399).elementsOf("rejected")).toEqual([16]);
    expect(wait(399).elementsOf("sent").slice(11)).toEqual([17, 18, 19]);
    expect(wait(399).timesOf("closed")).toEqual([3_600]);
    expect(wait(400).timesOf("halfOpen")).toEqual([3_600]);
  });

  test.each([
    { failTo: 1_000_000, next: "open" },
    { failTo: 12, next: "closed" },
  ])(
    "half-open decides after the minimum of calls where it permits more: failures to $failTo",
    ({ failTo, next }) => {
      const run = played("sliding-breaker", {
        producerDelayMs: 200,
        count: 60,
        windowSize: 10,
        minimumCalls: 3,
        failureRatePercent: 60,
        trialCalls: 7,
        waitOpenMs: 1_000,
        failFrom: 3,
        failTo,
      });
      const changes = run.lines.filter(({ line }) => ["open", "halfOpen", "closed"].includes(line));
      const told = changes.map(({ line, timeMs }) => [line, timeMs]);
      const at = told.findIndex(([, timeMs]) => timeMs === 2_600);
      expect(told[at]).toEqual(["halfOpen", 2_600]);
      expect(told[at + 1]).toEqual([next, 3_000]);
    },
  );

  test("half-open decides after the permitted calls if the minimum is larger, by their rate alone", () => {
    // The trials are 17 (fails) and 18 (works): 50 % reaches the threshold, so it opens again.
    const half = played("sliding-breaker", { ...TEXT, failTo: 17, waitOpenMs: 399, trialCalls: 2 });
    expect(half.timesOf("open").slice(0, 2)).toEqual([3_000, 3_600]);
    // At 51 % one failure of two is not enough: it closes with an empty window.
    const closes = played("sliding-breaker", {
      ...TEXT,
      failTo: 17,
      waitOpenMs: 399,
      trialCalls: 2,
      failureRatePercent: 51,
    });
    const [openedMs = 0, again] = closes.timesOf("open");
    expect(again).toBeUndefined();
    expect(closes.timesOf("closed")[0]).toBeGreaterThan(openedMs);
  });

  test("slow calls open it without a single failure, and every permitted element arrives", () => {
    const slow = { outage: "slow", callMs: 400, slowCallMs: 300, slowRatePercent: 50 };
    const run = played("sliding-breaker", { ...TEXT, ...slow, failTo: 15, minimumCalls: 5 });
    expect(run.elementsOf("failed")).toEqual([]);
    // Calls 11 to 15 are slow. With 15, five of the last ten are slow; its result comes 400 ms after the call.
    expect(run.timesOf("open")).toEqual([11 * 200 + 4 * 600 + 400]);
    expect(
      [...run.elementsOf("sent"), ...run.elementsOf("rejected")].sort((a, b) => a - b),
    ).toEqual(Array.from({ length: TEXT.count }, (_, i) => i));
    const patient = { ...slow, slowCallMs: 400 };
    expect(played("sliding-breaker", { ...TEXT, ...patient }).timesOf("open")).toEqual([]);
  });

  test("a time window forgets the good calls of older seconds", () => {
    const opened = (values: Record<string, number | string>) =>
      played("sliding-breaker", { ...TEXT, minimumCalls: 3, ...values }).timesOf("open")[0];
    // 2,200 to 2,800 ms: the seconds 1 and 2 have five good calls and then five failures.
    expect(opened({ windowKind: "seconds", windowS: 2 })).toBe(3_000);
    expect(opened({ windowKind: "seconds", windowS: 1 })).toBe(2_400);
    expect(opened({ windowKind: "calls", windowSize: 10 })).toBe(3_000);
  });

  test("any failures: follows a plain reading of resilience4j's rules, call by call", () => {
    fc.assert(
      fc.property(
        fc.record({
          count: fc.integer({ min: 1, max: 80 }),
          failFrom: fc.nat(40),
          failTo: fc.nat(80),
          producerDelayMs: fc.integer({ min: 1, max: 50 }),
          windowSize: fc.integer({ min: 1, max: 12 }),
          minimumCalls: fc.integer({ min: 1, max: 15 }),
          failureRatePercent: fc.integer({ min: 1, max: 100 }),
          waitOpenMs: fc.nat(300),
          trialCalls: fc.integer({ min: 1, max: 5 }),
        }),
        (load) => {
          const run = played("sliding-breaker", { ...load, consumerDelayMs: 0, capacity: 5 });
          const fates = new Map<number, string>();
          for (const { line, numbers } of run.lines) {
            if (["sent", "failed", "rejected"].includes(line))
              fates.set(numbers[0] as number, line);
          }
          expect([...fates.values()]).toEqual(expectedFates(load));
        },
      ),
    );
  });
});

interface Load {
  readonly count: number;
  readonly failFrom: number;
  readonly failTo: number;
  readonly producerDelayMs: number;
  readonly windowSize: number;
  readonly minimumCalls: number;
  readonly failureRatePercent: number;
  readonly waitOpenMs: number;
  readonly trialCalls: number;
}

/** A plain model that determines what becomes of each call, with all results kept in lists. */
function expectedFates(load: Load): string[] {
  let state = "closed";
  let openedMs = 0;
  let results: boolean[] = [];
  return Array.from({ length: load.count }, (_, i) => {
    const nowMs = i * load.producerDelayMs;
    if (state === "open" && nowMs > openedMs + load.waitOpenMs) {
      state = "half-open";
      results = [];
    }
    if (state === "open") return "rejected";
    const failed = i >= load.failFrom && i <= load.failTo;
    results.push(failed);
    const [window, minimum] =
      state === "closed"
        ? [load.windowSize, load.minimumCalls]
        : [load.trialCalls, Math.min(load.minimumCalls, load.windowSize, load.trialCalls)];
    results = results.slice(-window);
    if (results.length >= Math.min(minimum, window)) {
      const rate = (100 * results.filter(Boolean).length) / results.length;
      if (rate >= load.failureRatePercent) {
        state = "open";
        openedMs = nowMs;
      } else if (state === "half-open") {
        state = "closed";
        results = [];
      }
    }
    return failed ? "failed" : "sent";
  });
}

test.each(["circuit-breaker-written", "sliding-breaker"] as const)(
  "%s: every element is in one place at every row",
  (strategy) => {
    for (const values of [{}, { failFrom: 3, failTo: 8, count: 40 }, { consumerDelayMs: 900 }]) {
      const run = new Recording(catalogue, {
        scenario: "circuit-breaker",
        strategy,
        values: { ...values, durationS: 12, timeoutMs: 700 },
        seed: 42,
        interventions: [{ atMs: 2_500, key: "failTo", value: 12 }],
      });
      run.advanceTo(12_000);
      for (let rows = 0; rows <= run.trace.length; rows++) {
        const state = run.history.cursorAtRow(rows);
        expect(placesOf(state)).toBe(state.made);
      }
    }
  },
);
