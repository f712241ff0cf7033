/** The calls of a run are those that its program prints, and what becomes of them is what its trace says. */
import { describe, expect, test } from "vitest";
import { type Call, callsOf, claimRunOf, Recording, readCalls } from "../../src/run/index.ts";
import { catalogue } from "../support/everything.ts";
import { recorded } from "../support/runs.ts";

function listOf(recording: Recording): Call[] {
  const log = callsOf(recording);
  return Array.from({ length: log.length }, (_, place) => log.at(place));
}

const count = (calls: readonly Call[], outcome: Call["outcome"]) =>
  calls.filter((call) => call.outcome === outcome).length;

describe("retry", () => {
  test.each(["none", "immediate", "fixed", "exponential", "full", "decorrelated"])(
    "with backoff %s there is a call for each that is printed, at its time",
    (backoff) => {
      const spec = { scenario: "retry", strategy: "retry", seed: 3 } as const;
      const values = { backoff, failPercent: 30, latePercent: 0 };
      const recording = recorded({ ...spec, values });
      const calls = listOf(recording);
      const printed = claimRunOf(recording)
        .output()
        .filter(({ line }) => line === "call");
      expect(printed.length).toBeGreaterThan(40);
      const told = printed.map(({ timeMs, numbers }) => `${timeMs}: ${numbers[0]}`);
      expect(calls.map(({ fromMs, element }) => `${fromMs}: ${element}`)).toEqual(told);
      // An element is done with its last call, and only with that one.
      const { done } = recording.history.stateAt(recording.lastMs);
      expect(count(calls, "answered")).toBe(done);
      expect(count(calls, "refused")).toBe(0);
    },
  );

  test("each call lasts as long as the service takes, and all callers stand side by side", () => {
    const values = { consumerDelayMs: 30, workers: 5 };
    const recording = recorded({ scenario: "retry", strategy: "retry", values });
    const over = listOf(recording).filter(({ outcome }) => outcome !== null);
    expect(new Set(over.map(({ fromMs, toMs }) => toMs - fromMs))).toEqual(new Set([30]));
    const { callers } = callsOf(recording);
    expect(callers).toHaveLength(5);
    for (const places of callers) {
      for (let i = 1; i < places.length; i++)
        expect(places.at(i)).toBeGreaterThan(places.at(i - 1));
    }
  });
});

describe("a breaker", () => {
  test.each(["circuit-breaker-written", "sliding-breaker"] as const)(
    "%s: every element that is offered is a call: answered, failed or refused",
    (strategy) => {
      const recording = recorded({ scenario: "circuit-breaker", strategy });
      const calls = listOf(recording);
      const { made, lostBy } = recording.history.stateAt(recording.lastMs);
      expect(calls).toHaveLength(made);
      expect(count(calls, "failed")).toBe(lostBy.failed);
      expect(count(calls, "refused")).toBe(lostBy.rejected);
      expect(count(calls, "answered")).toBe(made - lostBy.failed - lostBy.rejected);
    },
  );

  test("a slow call lasts until the service has answered", () => {
    const values = { outage: "slow", callMs: 700 };
    const recording = recorded({
      scenario: "circuit-breaker",
      strategy: "sliding-breaker",
      values,
    });
    const slow = listOf(recording).filter(({ toMs, fromMs }) => toMs - fromMs === 700);
    expect(slow.length).toBeGreaterThan(2);
    expect(new Set(slow.map(({ outcome }) => outcome))).toEqual(new Set(["answered"]));
  });
});

test("without a breaker or attempts, a call is what a worker does with what it took", () => {
  const recording = recorded();
  const calls = listOf(recording);
  const { received, done } = recording.history.stateAt(recording.lastMs);
  expect(calls).toHaveLength(received);
  expect(count(calls, "answered")).toBe(done);
  expect(calls.slice(0, 3).map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
    [0, 300],
    [300, 600],
    [600, 900],
  ]);
});

test("work that takes no time is a call too", () => {
  const recording = recorded({ values: { consumerDelayMs: 0, count: 5 } });
  expect(listOf(recording).map(({ toMs, fromMs }) => toMs - fromMs)).toEqual([0, 0, 0, 0, 0]);
});

test("calls are the same however many rows were read at once", () => {
  const values = { failPercent: 20 };
  const { spec } = recorded({ scenario: "retry", strategy: "retry", values });
  const [whole, sliced] = [recorded(spec), recorded(spec)];
  let slices = 1;
  while (!readCalls(sliced, 40)) slices++;
  expect(slices).toBeGreaterThan(5);
  expect(listOf(sliced)).toEqual(listOf(whole));
});

test("the log goes on with the recording, and its sums are those of its calls at any time", () => {
  const spec = recorded({ scenario: "retry", strategy: "retry" }).spec;
  const recording = new Recording(catalogue, spec);
  recording.advanceTo(2_300);
  const early = listOf(recording);
  expect(early.some(({ outcome }) => outcome === null)).toBe(false);
  recording.advanceTo(6_000);
  const calls = listOf(recording);
  expect(calls.slice(0, early.length)).toEqual(early);
  for (const timeMs of [0, 1_999, 2_020, 2_300, 4_000, 6_000]) {
    for (const outcome of ["answered", "failed"] as const) {
      const over = calls.filter((call) => call.outcome === outcome && call.toMs <= timeMs);
      expect(callsOf(recording).over[outcome].countUntil(timeMs)).toBe(over.length);
    }
  }
});
