import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { note } from "../support/tally.ts";
import { type BreakerEntry, type RecordedBreaker, replayBreaker } from "./breakers.ts";
import { checkRecordings } from "./recordings.ts";

const recordings = JSON.parse(
  readFileSync(join(import.meta.dirname, "golden/breakers.json"), "utf8"),
) as RecordedBreaker[];

describe("breakers.json", () => {
  test("the breaker does what resilience4j did, in all 200 cases", () => {
    const results = checkRecordings(recordings);
    note("recordings", results.length);
    expect(results).toHaveLength(200);
    expect(results.filter(({ problem }) => problem !== null)).toEqual([]);
  });

  test("contains both types of window, and every state and outcome", () => {
    const rows = recordings.flatMap(({ trace }) => trace);
    expect(new Set(recordings.map(({ config }) => config.windowType)).size).toBe(2);
    expect(new Set(rows.map(([, , , state]) => state)).size).toBe(3);
    expect(new Set(rows.map(([, what]) => what)).size).toBe(4);
  });
});

/** Three calls, of which the first fails; it and the second take 10 ms. */
const TINY: RecordedBreaker = {
  id: "tiny",
  config: {
    windowType: "COUNT_BASED",
    windowSize: 3,
    minimumCalls: 3,
    failureRate: 100,
    slowRate: 100,
    slowMs: 50,
    openMs: 100,
    halfOpenCalls: 1,
  },
  calls: [
    [0, 10, true],
    [0, 10, false],
    [5, 5, false],
  ],
  trace: [
    [0, "permitted", 0, "CLOSED", -1, -1, 0],
    [0, "permitted", 1, "CLOSED", -1, -1, 0],
    [5, "permitted", 2, "CLOSED", -1, -1, 0],
    [10, "failure", 0, "CLOSED", -1, -1, 1],
    [10, "success", 1, "CLOSED", -1, -1, 2],
    [10, "success", 2, "CLOSED", 33.333332, 0, 3],
  ],
};

describe("the comparison", () => {
  const withEntry = (index: number, entry: BreakerEntry): RecordedBreaker => ({
    ...TINY,
    trace: TINY.trace.map((other, at) => (at === index ? entry : other)),
  });
  const problemOf = (recorded: RecordedBreaker) => checkRecordings([recorded])[0]?.problem;

  test("treats rates as equal if they differ only by rounding", () => {
    expect(problemOf(TINY)).toBeNull();
    expect(problemOf(withEntry(5, [10, "success", 2, "CLOSED", 33.333, 0, 3]))).toBeNull();
    expect(problemOf(withEntry(5, [10, "success", 2, "CLOSED", 33.3, 0, 3]))).toMatch(/^entry 5: /);
  });

  test.each<[string, BreakerEntry]>([
    ["time", [11, "failure", 0, "CLOSED", -1, -1, 1]],
    ["outcome", [10, "success", 0, "CLOSED", -1, -1, 1]],
    ["call", [10, "failure", 1, "CLOSED", -1, -1, 1]],
    ["state", [10, "failure", 0, "OPEN", -1, -1, 1]],
    ["count", [10, "failure", 0, "CLOSED", -1, -1, 2]],
  ])("finds a different %s", (_, entry) => {
    expect(problemOf(withEntry(3, entry))).toMatch(/^entry 3: /);
  });

  test("finds a row that is missing on either side", () => {
    expect(problemOf({ ...TINY, trace: TINY.trace.slice(0, -1) })).toContain("(nothing more)");
    const more = [...TINY.trace, [20, "success", 3, "CLOSED", 0, 0, 3]] as const;
    expect(problemOf({ ...TINY, trace: more })).toContain("replayed (nothing more)");
  });

  test("results at the same time are reported in the order of their calls", () => {
    expect(replayBreaker(TINY).map(([, , call]) => call)).toEqual([0, 1, 2, 0, 1, 2]);
  });
});
