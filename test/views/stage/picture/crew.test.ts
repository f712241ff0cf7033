/** The picture has as many workers as the settings say, even before any of them has had an element. */
import { expect, test } from "vitest";
import { paramsOf } from "../../../../src/run/index.ts";
import { crewsOf } from "../../../../src/views/stage/picture/scene.ts";
import { allStrategies } from "../../../support/everything.ts";
import { recorded } from "../../../support/runs.ts";

const KEYS = ["workers", "parallelism"] as const;

const settings = allStrategies.flatMap((strategy) =>
  KEYS.filter((key) => paramsOf(strategy).some((param) => param.key === key)).map(
    (key) => [strategy.id, key] as const,
  ),
);

test("strategies of Kotlin and Pekko have a setting for the number of workers", () => {
  expect(settings.length).toBeGreaterThan(12);
});

test.each(settings)("%s, by its setting %s, at every row", (strategy, key) => {
  const values = { [key]: 5, producerDelayMs: 20, consumerDelayMs: 200, count: 30, durationS: 2 };
  const run = recorded({ strategy, values });
  const number = run.topology.stations.findIndex(({ kind }) => kind === "workers");
  for (let rows = 0; rows <= run.trace.length; rows += 5) {
    expect(crewsOf(run.history.stateAtRow(rows))[number]).toBe(5);
  }
});

test("a worker that is added during the run is drawn from its first element on", () => {
  const interventions = [{ atMs: 1_000, key: "workers", value: 3 }];
  const run = recorded({ values: { workers: 2 }, interventions });
  const crewAt = (timeMs: number) => crewsOf(run.history.stateAt(timeMs)).at(-1);
  expect([crewAt(0), crewAt(999), crewAt(5_000)]).toEqual([2, 2, 3]);
});
