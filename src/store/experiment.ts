/**
 * An experiment: a scenario with its settings and one lane or more, each the same workload under
 * another strategy. It is all that a link holds, and it gives a `RunSpec` for each lane.
 */
import {
  type Intervention,
  type Param,
  type ParamValue,
  sameInterventions,
  type Values,
} from "../params/index.ts";
import { DEFAULT_SEED, type RunSpec, runParams, valueOfParam } from "../run/index.ts";
import {
  type Catalogue,
  MAX_STRIPS,
  PLAIN_STRIPS,
  type Scenario,
  type ScenarioId,
  type StripId,
  scenarioOf,
} from "../scenarios/index.ts";
import { type StrategyId, strategyOf } from "../systems/index.ts";

/** The settings that all lanes share: those of the workload that their strategies use, and those of the run. */
export function sharedParamsOf(catalogue: Catalogue, lanes: readonly Lane[]): readonly Param[] {
  const byKey = new Map<string, Param>();
  for (const { strategy } of lanes) {
    for (const param of strategyOf(catalogue, strategy).workload) byKey.set(param.key, param);
  }
  return [...byKey.values(), ...runParams];
}

export interface Lane {
  readonly strategy: StrategyId;
  /** What differs from the scenario in the strategy's own settings. */
  readonly values: Values;
  /** The name that a person gave it, of at most `MAX_LANE_NAME` characters; without one it has its strategy's name. */
  readonly name?: string;
}

export interface Experiment {
  readonly scenario: ScenarioId;
  readonly seed: number;
  /** What differs from the scenario in the shared settings. */
  readonly values: Values;
  /** Changes of shared settings on the way, in order of time, including those that the scenario opens with. */
  readonly interventions: readonly Intervention[];
  readonly lanes: readonly [Lane, ...Lane[]];
  /** What differs from the defaults in the thresholds of alerts. */
  readonly thresholds: Values;
  /** The strips that a person has chosen; without it those of the scenario. */
  readonly strips?: readonly StripId[];
}

export const MAX_LANES = 5;

/** The most changes on the way that fit into a link. */
export const MAX_INTERVENTIONS = 60;

/** A scenario as it opens: its own values and changes on the way, and the strategies that it opens with. */
export function openExperiment(
  catalogue: Catalogue,
  id: ScenarioId,
  seed = DEFAULT_SEED,
): Experiment {
  const scenario = scenarioOf(catalogue, id);
  const [first, ...others] = openingOf(scenario).map((strategy) => ({ strategy, values: {} }));
  const lane = first ?? { strategy: scenario.strategies[0], values: {} };
  const opened: Experiment = {
    scenario: id,
    seed,
    values: {},
    interventions: [],
    lanes: [lane, ...others],
    thresholds: {},
  };
  return { ...opened, interventions: ownInterventions(catalogue, opened) };
}

/**
 * The changes on the way that a scenario opens with, or `opened` with in an earlier revision: those of settings that the
 * lanes use, up to the end of the run.
 */
export function ownInterventions(
  catalogue: Catalogue,
  experiment: Experiment,
  opened: Pick<Scenario, "interventions"> = scenarioOf(catalogue, experiment.scenario),
): readonly Intervention[] {
  const { interventions = [] } = opened;
  if (interventions.length === 0) return interventions;
  const shared = new Set(sharedParamsOf(catalogue, experiment.lanes).map(({ key }) => key));
  const durationMs = durationMsOf(catalogue, experiment);
  return interventions.filter(({ atMs, key }) => shared.has(key) && atMs <= durationMs);
}

/** The strategies of the lanes that a scenario opens with, in order. */
export function openingOf({
  lanes,
  strategies,
}: Pick<Scenario, "lanes" | "strategies">): readonly StrategyId[] {
  return lanes ?? [strategies[0]];
}

/** The run of one lane. */
export function runSpecOf(experiment: Experiment, lane: Lane): RunSpec {
  return {
    scenario: experiment.scenario,
    strategy: lane.strategy,
    values: { ...experiment.values, ...lane.values },
    seed: experiment.seed,
    interventions: experiment.interventions,
  };
}

/** The value of a lane's setting after `timeMs`. */
export function valueAt(
  catalogue: Catalogue,
  experiment: Experiment,
  laneIndex: number,
  param: Param,
  timeMs: number,
): ParamValue {
  const spec = runSpecOf(experiment, laneOf(experiment, laneIndex));
  return valueOfParam(catalogue, spec, param, timeMs);
}

/** The longest that the runs can be, in ms; nothing can be changed after that. */
export function durationMsOf(catalogue: Catalogue, experiment: Experiment): number {
  const param = runParams.find(({ key }) => key === "durationS") ?? runParams[0];
  return Number(valueAt(catalogue, experiment, 0, param, 0)) * 1000;
}

/** Whether everything is as in the scenario, except perhaps the strategies. */
export function isUntouched(catalogue: Catalogue, experiment: Experiment): boolean {
  const { values, lanes, seed, interventions } = experiment;
  const changed = [values, ...lanes.map((lane) => lane.values)].flatMap(Object.keys);
  if (changed.length > 0 || seed !== DEFAULT_SEED) return false;
  return sameInterventions(interventions, ownInterventions(catalogue, experiment));
}

/** The strips under the picture, in order. */
export function stripsOf(
  catalogue: Catalogue,
  { strips, scenario }: Experiment,
): readonly StripId[] {
  return strips ?? scenarioOf(catalogue, scenario).strips ?? PLAIN_STRIPS;
}

/** The experiment with other strips, at most `MAX_STRIPS`. The scenario's own strips are not kept as a person's choice. */
export function withStrips(
  catalogue: Catalogue,
  experiment: Experiment,
  ids: readonly StripId[],
): Experiment {
  const { strips: _, ...others } = experiment;
  const strips = [...new Set(ids)].slice(0, MAX_STRIPS);
  const same = strips.join() === stripsOf(catalogue, others).join();
  if (strips.join() === stripsOf(catalogue, experiment).join()) return experiment;
  return same ? others : { ...others, strips };
}

/** The lane at an index; the first if there is none. */
export function laneOf(experiment: Experiment, index: number): Lane {
  return experiment.lanes[index] ?? experiment.lanes[0];
}

/** The experiment with one lane changed; the same one if there is no such lane. */
export function changeLane(
  experiment: Experiment,
  index: number,
  change: (lane: Lane) => Lane,
): Experiment {
  if (experiment.lanes[index] === undefined) return experiment;
  const [first, ...rest] = experiment.lanes.map((lane, i) => (i === index ? change(lane) : lane));
  return first === undefined ? experiment : { ...experiment, lanes: [first, ...rest] };
}
