/**
 * The laws, tested on random runs of every strategy: conservation, what the page says a strategy guarantees, and that a
 * run is a function of its spec.
 */
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { allStrategies } from "../support/everything.ts";
import { anyProgramOf, anyRunOf, pressedRunsOf } from "../support/random-specs.ts";
import { LONG_ROUNDS, rounds } from "../support/rounds.ts";
import { fingerprint, recorded } from "../support/runs.ts";
import { checkLaws, LAWS, type Law } from "./laws.ts";

const RUNS = rounds(200, 20);

let runs = 0;

/** How many runs put each law to the test. */
const tested = new Map<Law, number>(LAWS.map((law) => [law, 0]));

describe.each(allStrategies.map((strategy) => ({ id: strategy.id, strategy })))(
  "$id",
  ({ id, strategy }) => {
    let lossyRuns = 0;
    let failedRuns = 0;

    test("keeps every law in random runs", () => {
      const pressed = pressedRunsOf(id);
      const anySpec = strategy.version === "library" ? anyRunOf(id) : anyProgramOf(id);
      fc.assert(
        fc.property(anySpec, (spec) => {
          const run = recorded(spec);
          const told = new Set<Law>();
          const { lost } = checkLaws(run, spec, (law) => told.add(law));
          // One run in ten is recorded a second time.
          if (runs++ % 10 === 0) {
            told.add("a run is a function of its spec");
            expect(fingerprint(recorded(spec))).toBe(fingerprint(run));
          }
          for (const law of told) tested.set(law, (tested.get(law) ?? 0) + 1);
          if (lost > 0) lossyRuns++;
          if (run.end?.reason === "failed") failedRuns++;
        }),
        { numRuns: RUNS + pressed.length, examples: pressed.map((spec) => [spec]) },
      );
    });

    // Short rounds are too few to show that a strategy which doesn't promise it really loses elements.
    test.runIf(LONG_ROUNDS)("promises to lose nothing if it never does", () => {
      if (strategy.guarantees(defaultsFor(strategy)).lossless) return;
      expect(lossyRuns, `lost something in none of ${RUNS} runs`).toBeGreaterThan(0);
    });

    test.runIf(strategy.failure !== undefined)("fails as it says", () => {
      expect(failedRuns, `failed in none of ${RUNS} runs`).toBeGreaterThan(0);
    });
  },
);

function defaultsFor({ params, workload }: (typeof allStrategies)[number]) {
  return Object.fromEntries(
    [...workload, ...params].map(({ key, default: value }) => [key, value]),
  );
}

afterAll(() => {
  const lines = [...tested].map(([law, times]) => `${String(times).padStart(6)}  ${law}\n`);
  process.stdout.write(`laws: ${runs} runs; put to the test in\n${lines.join("")}`);
  // A law that was never put to the test says nothing.
  expect([...tested].filter(([, times]) => times === 0).map(([law]) => law)).toEqual([]);
});
