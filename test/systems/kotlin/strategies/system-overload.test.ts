/** The text's overload with blocks of 1 MiB, and a buffer within a memory budget. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceTextOf, strategyOf } from "../../../../src/systems/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { playProgram } from "../../../support/play-program.ts";
import { recorded } from "../../../support/runs.ts";

const TEXT = {
  capacity: 1000,
  count: 10000,
  consumerDelayMs: 1000,
  bodyMs: 30000,
  elementKiB: 1024,
  heapMiB: 2048,
};

describe("as written", () => {
  const run = playProgram("system-overload-written", TEXT);

  test("1,001 elements are sent at 0 ms, then one per second; the last send returns at 8,999,000 ms", () => {
    const sent = run.numbersOf("sent");
    expect(sent.filter(({ timeMs }) => timeMs === 0).length).toBe(1_001);
    for (const { timeMs, number } of sent.slice(1_001)) expect(timeMs).toBe(1000 * (number - 1000));
    expect(sent.at(-1)).toEqual({ timeMs: 8_999_000, number: 9_999 });
  });

  test("before the events of 30,000 ms: 1,030 sent, 30 taken", () => {
    const until = (line: string) =>
      run.numbersOf(line).filter(({ timeMs }) => timeMs < 30_000).length;
    expect([until("sent"), until("processed")]).toEqual([1_030, 30]);
  });

  test("it returns after 2 h 46 min 40 s", () => {
    expect([run.end, run.endMs]).toEqual([{ reason: "completed" }, 10_000_000]);
  });

  test("a block's sum is its size times the signed low byte of its number", () => {
    const sums = run.numbersOf("processed").map(({ number }) => number);
    expect([1, 127, 128, 255, 256, 257].map((i) => sums[i])).toEqual([
      1_048_576, 133_169_152, -134_217_728, -1_048_576, 0, 1_048_576,
    ]);
  });

  test("a heap smaller than the full buffer ends it at 0 ms", () => {
    const ended = recorded({
      strategy: "system-overload-written",
      values: { ...TEXT, heapMiB: 512 },
    });
    expect(ended.end).toEqual({ reason: "limit", limit: "heap", atMs: 0 });
    expect(ended.history.deepestWaiting).toBe(512);
  });
});

describe("memory-budget", () => {
  test.each([
    [64, 1024, 64],
    [1, 1024, 1],
    [1, 100, 10],
    [3, 1000, 3],
    [100, 7, 14628],
  ])(
    "a budget of %i MiB with elements of %i KiB gives a capacity of %i",
    (budgetMiB, elementKiB, capacity) => {
      const values = { budgetMiB, elementKiB, count: 1, consumerDelayMs: 0 };
      const strategy = strategyOf(catalogue, "memory-budget");
      expect(strategy.topology(values).stations[1]).toMatchObject({ capacity });
      const { text } = sourceTextOf(strategy, values, "en");
      expect(text).toContain(`const val BUDGET_KIB = ${budgetMiB} * 1024\n`);
      expect(text).toContain(`const val BLOCK_KIB = ${elementKiB}\n`);
      expect(text).toContain("val capacity = (BUDGET_KIB / BLOCK_KIB).coerceAtLeast(1)\n");
    },
  );

  test("whatever the load, the waiting elements fit into the budget, and all are processed in order", () => {
    const values = fc.record({
      budgetMiB: fc.integer({ min: 1, max: 8 }),
      elementKiB: fc.integer({ min: 64, max: 1024 }),
      consumerDelayMs: fc.nat(50),
      count: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(values, (load) => {
        const run = recorded({ strategy: "memory-budget", values: { ...load, heapMiB: 4096 } });
        const { budgetMiB, elementKiB, count } = load;
        expect(run.history.deepestWaiting * elementKiB).toBeLessThanOrEqual(budgetMiB * 1024);
        expect(run.end?.reason).toBe("completed");
        expect(run.history.stateAt(run.lastMs).done).toBe(count);
      }),
    );
  });

  test("a smaller budget costs no throughput", () => {
    const endMs = [1, 16, 64].map(
      (budgetMiB) => playProgram("memory-budget", { ...TEXT, count: 200, budgetMiB }).endMs,
    );
    expect(endMs).toEqual([200_000, 200_000, 200_000]);
  });
});
