/** Who is held: one count behind the counter, the picture, the claims, the caption and the mark of first pressure. */
import { describe, expect, test } from "vitest";
import { claimRunOf } from "../../src/run/claim-run.ts";
import { heldAnywhere, heldBefore, type RunState } from "../../src/run/index.ts";
import { allStrategies } from "../support/everything.ts";
import { pressedRunsOf } from "../support/random-specs.ts";
import { recorded } from "../support/runs.ts";

const kindsIn = ({ stations }: RunState) => new Set(stations.map(({ station }) => station.kind));

test("sends before a full buffer and workers without a thread are held, each before its station", () => {
  const run = recorded({ values: { workers: 8, threads: 1, latencyMs: 100 } });
  const state = run.history.stateAt(3_000);
  expect([heldBefore(state, "buffer"), heldBefore(state, "threads")]).toEqual([5, 7]);
  expect(heldAnywhere(state)).toBe(12);
  expect(claimRunOf(run).countsAt(3_000)).toMatchObject({ waiting: 8, held: 5 });
});

test("a producer that waits for a permit has no element: it is held before no buffer", () => {
  const run = recorded({
    strategy: "rate-limiting-written",
    values: { producerDelayMs: 1, permits: 1, capacity: 1 },
  });
  const state = run.history.stateAt(200);
  const permits = state.stations.find(({ station }) => station.kind === "permits");
  expect(permits?.held).toHaveLength(1);
  // One sender has the permit and is held in send.
  expect([heldBefore(state, "permits"), heldBefore(state, "buffer")]).toEqual([0, 1]);
  expect(heldAnywhere(state)).toBe(1);
});

describe.each(allStrategies.map(({ id, system }) => ({ id, system })))("$id", ({ id, system }) => {
  const runs = pressedRunsOf(id).map((spec) => recorded(spec));

  test("every number of held ones is a sum over stations", () => {
    for (const run of runs) {
      for (let row = 0; row <= run.trace.length; row += 7) {
        const state = run.history.stateAtRow(row);
        const sum = [...kindsIn(state)].reduce((all, kind) => all + heldBefore(state, kind), 0);
        expect(heldAnywhere(state)).toBe(sum);
      }
    }
  });

  test.runIf(system.id === "kotlin")("pressure begins when the first is held for room", () => {
    for (const run of runs) {
      const first = Array.from({ length: run.trace.length }, (_, row) => row).find(
        (row) => heldBefore(run.history.stateAtRow(row + 1), "buffer") > 0,
      );
      expect(run.history.marks.firstPressureMs).toBe(
        first === undefined ? null : run.trace.timeAt(first),
      );
    }
  });
});
