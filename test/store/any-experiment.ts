/** Random experiments and positions, as a person could make them on the page. */
import fc from "fast-check";
import type { Intervention, Param, Values } from "../../src/params/index.ts";
import { MAX_SEED, scenarioValue, thresholdParams } from "../../src/run/index.ts";
import { MAX_STRIPS, type ScenarioId, STRIP_IDS, scenarioOf } from "../../src/scenarios/index.ts";
import { durationMsOf, ownInterventions } from "../../src/store/experiment.ts";
import {
  type Experiment,
  type Lane,
  MAX_INTERVENTIONS,
  MAX_LANE_NAME,
  MAX_LANES,
  openExperiment,
  type Position,
  sharedParamsOf,
  stripsOf,
} from "../../src/store/index.ts";
import { laneNameOf } from "../../src/store/lane-name.ts";
import { strategyOf } from "../../src/systems/index.ts";
import { catalogue, allScenarios as scenarios } from "../support/everything.ts";
import { anyStrategy, anyValueOf } from "../support/random-specs.ts";

/** The settings that the lanes of the plain strategies share. */
export const sharedParams: readonly Param[] = sharedParamsOf(
  catalogue,
  openExperiment(catalogue, "fast-producer").lanes,
);

export const liveParams = sharedParams.filter(({ change }) => change === "live");

/** Some values that differ from the scenario's. */
function anyValues(scenario: ScenarioId, params: readonly Param[]): fc.Arbitrary<Values> {
  const values = params.map((param) => [
    param.key,
    anyValueOf(param).filter(
      (value) => value !== scenarioValue(scenarioOf(catalogue, scenario), param),
    ),
  ]);
  return fc.record(Object.fromEntries(values), { requiredKeys: [] }) as fc.Arbitrary<Values>;
}

/** A name that a lane can have. */
const anyName = fc
  .string({ minLength: 1, maxLength: MAX_LANE_NAME, unit: "binary" })
  .map(laneNameOf)
  .filter((name) => name !== "");

function anyLane(scenario: ScenarioId): fc.Arbitrary<Lane> {
  return anyStrategy.chain((strategy) =>
    fc.record(
      {
        strategy: fc.constant(strategy),
        values: anyValues(scenario, strategyOf(catalogue, strategy).params),
        name: anyName,
      },
      { requiredKeys: ["strategy", "values"] },
    ),
  );
}

function anyIntervention(durationMs: number) {
  return fc.constantFrom(...liveParams).chain((param) =>
    fc.record({
      atMs: fc.integer({ min: 0, max: durationMs }),
      key: fc.constant(param.key),
      value: anyValueOf(param),
    }),
  );
}

/** In order of time, one a setting at a time: any, those that the scenario opens with, or those and others. */
function anyInterventions(scenario: ScenarioId, values: Values) {
  const opened = { ...openExperiment(catalogue, scenario), values };
  const durationMs = durationMsOf(catalogue, opened);
  const own = ownInterventions(catalogue, opened);
  const place = ({ atMs, key }: Intervention) => `${atMs} ${key}`;
  const taken = new Set(own.map(place));
  const any = fc
    .uniqueArray(anyIntervention(durationMs), {
      maxLength: MAX_INTERVENTIONS,
      selector: place,
      size: "max",
    })
    .map((list) => list.sort((a, b) => a.atMs - b.atMs));
  const withOwn = any.map((list) =>
    [...own, ...list.filter((other) => !taken.has(place(other)))]
      .slice(0, MAX_INTERVENTIONS)
      .sort((a, b) => a.atMs - b.atMs),
  );
  return fc.oneof(any, fc.constant(own), fc.constant([]), withOwn);
}

/** A choice of strips that is not the scenario's own. */
function anyStrips(scenario: ScenarioId) {
  const own = stripsOf(catalogue, openExperiment(catalogue, scenario)).join();
  return fc
    .shuffledSubarray([...STRIP_IDS], { maxLength: MAX_STRIPS })
    .filter((strips) => strips.join() !== own);
}

/** Any experiment; nothing is changed after its end. */
export const anyExperiment: fc.Arbitrary<Experiment> = fc
  .constantFrom(...scenarios.map(({ id }) => id))
  .chain(anyExperimentOf);

/** Any experiment with that scenario. */
export function anyExperimentOf(scenario: ScenarioId): fc.Arbitrary<Experiment> {
  return anyValues(scenario, sharedParams).chain((values) =>
    fc.record(
      {
        scenario: fc.constant(scenario),
        seed: fc.integer({ min: 0, max: MAX_SEED }),
        values: fc.constant(values),
        interventions: anyInterventions(scenario, values),
        lanes: fc
          .array(anyLane(scenario), { minLength: 1, maxLength: MAX_LANES })
          .map((lanes) => lanes as [Lane, ...Lane[]]),
        thresholds: anyValues(scenario, thresholdParams),
        strips: anyStrips(scenario),
      },
      { requiredKeys: ["scenario", "seed", "values", "interventions", "lanes", "thresholds"] },
    ),
  );
}

/** Any position: thousandths of a ms while it plays, rows of an instant after a step. */
export const anyPosition: fc.Arbitrary<Position> = fc.record({
  timeMs: fc.integer({ min: 0, max: 600_000_000 }).map((thousandths) => thousandths / 1000),
  rows: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
});
