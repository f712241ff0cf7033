/** Retries: how often, after which pauses, and how many at once. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Recording } from "../../../../src/run/index.ts";
import { backoffOf, backoffs } from "../../../../src/systems/kotlin/programs/backoffs.ts";
import { busiestWindow } from "../../../../src/workloads/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { flat } from "../../../support/flat-state.ts";
import { type Played, placesOf, played, randomOf } from "../../../support/played.ts";

const LIMITS = { baseMs: 100, capMs: 2_000 };

type BackoffName = (typeof backoffs)[number]["value"];

function meanOf(name: BackoffName, retry: number, lastMs: number, draws = 40_000): number {
  const random = randomOf(7);
  let sum = 0;
  for (let i = 0; i < draws; i++) sum += backoffOf(name).pauseMs(LIMITS, retry, lastMs, random);
  return sum / draws;
}

describe("the formulas", () => {
  test("e(n) = min(cap, base 2^n); fixed is the base, none is nothing", () => {
    const random = randomOf(1);
    const of = (name: BackoffName) =>
      [0, 1, 2, 3, 4, 5, 6].map((n) => backoffOf(name).pauseMs(LIMITS, n, 0, random));
    expect(of("exponential")).toEqual([100, 200, 400, 800, 1_600, 2_000, 2_000]);
    expect(of("fixed")).toEqual(new Array(7).fill(100));
    expect(of("none")).toEqual(new Array(7).fill(0));
  });

  test("means: full e/2, equal 3e/4, decorrelated (base + 3 last)/2", () => {
    for (const [retry, e] of [
      [0, 100],
      [3, 800],
    ] as const) {
      expect(Math.abs(meanOf("full", retry, 0) / (e / 2) - 1)).toBeLessThan(0.02);
      expect(Math.abs(meanOf("equal", retry, 0) / (0.75 * e) - 1)).toBeLessThan(0.02);
    }
    expect(Math.abs(meanOf("decorrelated", 0, 300) / ((100 + 900) / 2) - 1)).toBeLessThan(0.02);
  });

  test("bounds: full in [0, e), equal in [e/2, e), decorrelated in [base, cap]", () => {
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 100, max: 2_000 }), fc.nat(), (n, lastMs, seed) => {
        const random = randomOf(seed);
        const e = Math.min(2_000, 100 * 2 ** n);
        const full = backoffOf("full").pauseMs(LIMITS, n, lastMs, random);
        const equal = backoffOf("equal").pauseMs(LIMITS, n, lastMs, random);
        const decorrelated = backoffOf("decorrelated").pauseMs(LIMITS, n, lastMs, random);
        expect(full >= 0 && full < e).toBe(true);
        expect(equal >= e / 2 && equal < e).toBe(true);
        expect(decorrelated >= 100 && decorrelated <= 2_000).toBe(true);
      }),
    );
  });
});

const OUTAGE = {
  producerDelayMs: 250,
  burstSize: 8,
  count: 40,
  consumerDelayMs: 20,
  workers: 8,
  capacity: 8,
  failPercent: 0,
  downFromMs: 1_900,
  downToMs: 4_900,
  baseMs: 500,
  capMs: 4_000,
  maxAttempts: 6,
};

function retriesMs({ lines }: Played): number[] {
  return lines
    .filter(({ line, numbers }) => line === "call" && (numbers[1] as number) > 1)
    .map(({ timeMs }) => timeMs);
}

test("an outage: how many retries hit the service in the busiest 100 ms", () => {
  const busiest = (backoff: BackoffName, seed = 42) =>
    busiestWindow(retriesMs(played("retry", { ...OUTAGE, backoff }, seed)), 100);
  expect(busiest("none")).toBe(40);
  expect(busiest("fixed")).toBe(8);
  expect(busiest("exponential")).toBe(8);
  for (const seed of [1, 2, 3, 42]) {
    expect(busiest("full", seed)).toBeLessThan(8);
    expect(busiest("equal", seed)).toBeLessThan(8);
    expect(busiest("decorrelated", seed)).toBeLessThan(8);
  }
});

test("without jitter, the waits are those of the formula", () => {
  const run = played("retry", { ...OUTAGE, backoff: "exponential" });
  expect([...new Set(retriesMs(run))]).toEqual([2_520, 3_540, 5_560]);
  expect(run.elementsOf("gaveUp")).toEqual([]);
});

test("while every call fails, each element is given up after the maximum of attempts", () => {
  const run = played("retry", { ...OUTAGE, failPercent: 100, maxAttempts: 3, count: 5 });
  expect(run.elementsOf("gaveUp").toSorted()).toEqual([0, 1, 2, 3, 4]);
  expect(run.elementsOf("call").length).toBe(15);
  expect(run.elementsOf("done")).toEqual([]);
});

test("a share p of failing calls: 1 - p^n of the elements get through", () => {
  const load = { count: 4_000, producerDelayMs: 0, consumerDelayMs: 1, downToMs: 0, workers: 8 };
  const run = played("retry", {
    ...load,
    failPercent: 50,
    maxAttempts: 3,
    backoff: "none",
    capacity: 8,
  });
  expect(Math.abs(run.elementsOf("done").length / 4_000 - 0.875)).toBeLessThan(0.02);
});

test("for any load, every element is done or given up, once, within its attempts", () => {
  fc.assert(
    fc.property(
      fc.record({
        backoff: fc.constantFrom(...backoffs.map(({ value }) => value)),
        count: fc.integer({ min: 1, max: 30 }),
        workers: fc.integer({ min: 1, max: 8 }),
        burstSize: fc.integer({ min: 1, max: 10 }),
        producerDelayMs: fc.nat(50),
        consumerDelayMs: fc.nat(30),
        failPercent: fc.nat(100),
        downFromMs: fc.nat(500),
        downToMs: fc.nat(1_000),
        baseMs: fc.integer({ min: 1, max: 200 }),
        capMs: fc.integer({ min: 1, max: 500 }),
        maxAttempts: fc.integer({ min: 1, max: 6 }),
      }),
      fc.nat(),
      (load, seed) => {
        const run = played("retry", load, seed);
        const all = Array.from({ length: load.count }, (_, i) => i);
        const ended = [...run.elementsOf("done"), ...run.elementsOf("gaveUp")];
        expect(ended.toSorted((a, b) => a - b)).toEqual(all);
        const calls = run.elementsOf("call");
        for (const element of run.elementsOf("gaveUp")) {
          expect(calls.filter((other) => other === element).length).toBe(load.maxAttempts);
        }
        for (const { line, numbers } of run.lines) {
          if (line === "call") expect(numbers[1]).toBeLessThanOrEqual(load.maxAttempts);
        }
        expect(run.end).toEqual({ reason: "completed" });
      },
    ),
  );
});

test("every element is in one place at every row, while workers come and go", () => {
  const run = new Recording(catalogue, {
    scenario: "retry",
    strategy: "retry",
    values: { failPercent: 40, maxAttempts: 2, workers: 3 },
    seed: 5,
    interventions: [
      { atMs: 1_000, key: "workers", value: 1 },
      { atMs: 2_010, key: "workers", value: 5 },
    ],
  });
  run.advanceTo(12_000);
  for (let rows = 0; rows <= run.trace.length; rows++) {
    const state = run.history.cursorAtRow(rows);
    expect(placesOf(state)).toBe(state.made);
    const held = flat(state).workers.reduce((sum, { hand }) => sum + hand.length, 0);
    expect(held).toBe(state.received - state.done - state.lostBy.failed);
  }
  const { made, done, lostBy } = run.history.stateAt(12_000);
  expect(done + lostBy.failed).toBe(made);
});
