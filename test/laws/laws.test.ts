/**
 * The laws, put to the test on random runs of every strategy: conservation, what the page says a strategy guarantees,
 * and that a run is a function of its spec.
 */
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Recording, RunSpec } from "../../src/run/index.ts";
import { allStrategies } from "../support/everything.ts";
import { anyProgramOf, anyRunOf } from "../support/random-specs.ts";
import { LONG_ROUNDS, rounds } from "../support/rounds.ts";
import { fingerprint, recorded } from "../support/runs.ts";
import { checkLaws, type Seen } from "./laws.ts";

const RUNS = rounds(200, 20);

const seen: Record<keyof Seen | "runs", number> = { runs: 0, lost: 0, held: 0, merged: 0 };

describe.each(allStrategies.map((strategy) => ({ id: strategy.id, strategy })))(
  "$id",
  ({ id, strategy }) => {
    let lossyRuns = 0;

    test("keeps every law in random runs", () => {
      const anySpec = strategy.version === "library" ? anyRunOf(id) : anyProgramOf(id);
      fc.assert(
        fc.property(anySpec, (spec) => {
          const run = recorded(spec);
          const { lost, held, merged } = checkLaws(run, spec);
          expectSameTrace(run, spec);
          seen.runs++;
          if (lost) lossyRuns++;
          if (lost) seen.lost++;
          if (held) seen.held++;
          if (merged) seen.merged++;
        }),
        { numRuns: RUNS },
      );
    });

    // Short rounds are too few to tell a promise that could be made from one that can't.
    test.runIf(LONG_ROUNDS)(
      "promises to lose nothing if it never does, or says why it can't",
      () => {
        const defaults = strategy.guarantees(defaultsFor(strategy));
        if (defaults.lossless || strategy.mayLose !== undefined) return;
        expect(lossyRuns, `lost something in none of ${RUNS} runs`).toBeGreaterThan(0);
      },
    );
  },
);

/** A second recording in one of ten runs: a run is a function of its spec. */
function expectSameTrace(run: Recording, spec: RunSpec): void {
  if (seen.runs % 10 === 0) expect(fingerprint(recorded(spec))).toBe(fingerprint(run));
}

function defaultsFor({ params, workload }: (typeof allStrategies)[number]) {
  return Object.fromEntries(
    [...workload, ...params].map(({ key, default: value }) => [key, value]),
  );
}

afterAll(() => {
  process.stdout.write(
    `laws: ${seen.runs} runs; in ${seen.lost} something was lost, in ${seen.held} somebody was held, in ${seen.merged} elements were merged\n`,
  );
  // A law that was never put to the test says nothing.
  expect(Math.min(seen.lost, seen.held, seen.merged)).toBeGreaterThan(0);
});
