/** Recording in slices: how much one slice writes, whatever a strategy is set to. */
import { describe, expect, test } from "vitest";
import type { Intervention, Values } from "../../src/params/index.ts";
import { paramsOf, Recording, type RunSpec } from "../../src/run/index.ts";
import { type StrategyId, strategyIds, strategyOf } from "../../src/systems/index.ts";
import { catalogue } from "../support/everything.ts";
import { LONG_ROUNDS } from "../support/rounds.ts";
import { specOf } from "../support/runs.ts";

/** Rows that are asked for at once, as the page does. */
const ROWS = 2_000;
/** Slices that are looked at of each run: whatever never pauses is under way by then. */
const SLICES = LONG_ROUNDS ? 12 : 3;
/**
 * One collector of a SharedFlow takes all that its buffer holds in one event, as the real one does: 8 collectors, 2,000
 * values at most, and two rows for each. No other setting lets an event write more than a few dozen rows.
 */
const SHARED_FLOW_ROWS = 8 * 2_000 * 2;

/** Settings with which a run is long and nobody pauses; each other setting alone at its ends, the rest at least or at most. */
function* restless(strategy: StrategyId): Generator<Values> {
  const params = paramsOf(strategyOf(catalogue, strategy));
  const run = { durationS: 600, heapMiB: 8192, elementKiB: 1 };
  const pauses = params.flatMap((param) =>
    param.kind === "int" && param.unit === "ms" ? [[param.key, param.min]] : [],
  );
  const least: Values = { ...Object.fromEntries(pauses), ...run };
  const sizes = params.flatMap((param) =>
    param.kind === "int" && param.unit !== "ms" ? [[param.key, param.max]] : [],
  );
  const most: Values = { ...Object.fromEntries(sizes), ...least };
  for (const values of LONG_ROUNDS ? [least, most, { ...most, count: 0 }] : [least]) {
    yield values;
    for (const param of params) {
      if (param.key in run) continue;
      const ends =
        param.kind === "int" ? [param.min, param.max] : param.choices.map(({ value }) => value);
      for (const end of ends) yield { ...values, [param.key]: end };
    }
  }
}

/** The most rows that one of the first slices of a run writes. */
function mostRows(spec: Partial<RunSpec>, slices = SLICES): number {
  const run = new Recording(catalogue, specOf(spec));
  let most = 0;
  for (let slice = 0; slice < slices; slice++) {
    const before = run.trace.length;
    const isThere = run.advance(ROWS);
    most = Math.max(most, run.trace.length - before);
    if (isThere) break;
  }
  return most;
}

describe("a slice of 2,000 rows never writes more than three times as many", () => {
  test.each(strategyIds)("%s, when nobody pauses and whatever its settings", (strategy) => {
    const bound = 3 * ROWS + (strategy === "shared-flow" ? SHARED_FLOW_ROWS : 0);
    const tooMany = [...restless(strategy)]
      .map((values) => ({ rows: mostRows({ strategy, values }), values }))
      .filter(({ rows }) => rows > bound);
    expect(tooMany).toEqual([]);
  });

  test.each(strategyIds)("%s, when all that waits is done at once", (strategy) => {
    const values: Values = { producerDelayMs: 1, consumerDelayMs: 100, heeds: "nothing" };
    const interventions: Intervention[] = [{ atMs: 10_000, key: "consumerDelayMs", value: 0 }];
    expect(mostRows({ strategy, values, interventions }, 40)).toBeLessThanOrEqual(3 * ROWS);
  });
});

test("a slice ends although nothing is written: a sampler's timers fire without a row", () => {
  const values = { producerDelayMs: 60_000, sampleMs: 1, durationS: 600 };
  const run = new Recording(catalogue, specOf({ strategy: "flow-sample", values }));
  expect(run.advance(ROWS)).toBe(false);
  expect(run.recordedMs).toBeLessThan(10_000);
});
