/**
 * An experiment: a scenario with its settings and one lane or more, each the same workload under
 * another strategy. It is all that a link holds, and it gives a `RunSpec` for each lane.
 */
import { clampParam, type Param, type ParamValue, type Values } from "../params/index.ts";
import {
  DEFAULT_SEED,
  type Intervention,
  paramOf,
  type RunSpec,
  runParams,
  scenarioValue,
} from "../run/index.ts";
import { type ScenarioId, scenarioOf } from "../scenarios/index.ts";
import { type StrategyId, strategyOf } from "../strategies/index.ts";
import { workloadParams } from "../workloads/index.ts";

/** Settings that all lanes share: the workload and the run. */
export const sharedParams: readonly Param[] = [...workloadParams, ...runParams];

export interface Lane {
  readonly strategy: StrategyId;
  /** What differs from the scenario in the strategy's own settings. */
  readonly values: Values;
}

export interface Experiment {
  readonly scenario: ScenarioId;
  readonly seed: number;
  /** What differs from the scenario in the shared settings. */
  readonly values: Values;
  /** In order of time; of shared settings. */
  readonly interventions: readonly Intervention[];
  readonly lanes: readonly [Lane, ...Lane[]];
}

export const MAX_LANES = 4;

/** As many changes as a link has room for; beyond that, those that held for the shortest time are given up. */
export const MAX_INTERVENTIONS = 60;

/** A scenario as it opens: its own values and its first strategy. */
export function openExperiment(scenario: ScenarioId, seed = DEFAULT_SEED): Experiment {
  const strategy = scenarioOf(scenario).strategies[0];
  return { scenario, seed, values: {}, interventions: [], lanes: [{ strategy, values: {} }] };
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

/** What a lane's setting is after `timeMs`. */
export function valueAt(
  experiment: Experiment,
  laneIndex: number,
  param: Param,
  timeMs: number,
): ParamValue {
  const lane = laneOf(experiment, laneIndex);
  let value =
    experiment.values[param.key] ??
    lane.values[param.key] ??
    scenarioValue(experiment.scenario, param);
  for (const intervention of experiment.interventions) {
    if (intervention.atMs <= timeMs && intervention.key === param.key) value = intervention.value;
  }
  return clampParam(param, value);
}

/**
 * Sets a value at `timeMs`. A live one holds from then on, and what was changed later is given up: the
 * future starts anew here. A structural one holds from the start of the run.
 */
export function withValue(
  experiment: Experiment,
  laneIndex: number,
  key: string,
  value: ParamValue,
  timeMs: number,
): Experiment {
  const param = paramOf(laneOf(experiment, laneIndex).strategy, key);
  if (param === undefined) return experiment;
  const allowed = clampParam(param, value);
  const shared = sharedParams.some((other) => other.key === key);
  if (!shared) {
    return withLane(experiment, laneIndex, (lane) => ({
      ...lane,
      values: withDifference(experiment.scenario, lane.values, param, allowed),
    }));
  }
  if (param.change === "live" && timeMs > 0) {
    return { ...experiment, interventions: intervene(experiment, param, allowed, timeMs) };
  }
  return {
    ...experiment,
    values: withDifference(experiment.scenario, experiment.values, param, allowed),
    interventions: param.change === "live" ? [] : experiment.interventions,
  };
}

/** Gives a lane another strategy; settings that both have are kept. */
export function withStrategy(
  experiment: Experiment,
  laneIndex: number,
  strategy: StrategyId,
): Experiment {
  const keys = new Set(strategyOf(strategy).params.map(({ key }) => key));
  return withLane(experiment, laneIndex, (lane) => ({
    strategy,
    values: Object.fromEntries(Object.entries(lane.values).filter(([key]) => keys.has(key))),
  }));
}

/** The lane at an index; the first if there is none. */
export function laneOf(experiment: Experiment, index: number): Lane {
  return experiment.lanes[index] ?? experiment.lanes[0];
}

function intervene(
  { interventions }: Experiment,
  param: Param,
  value: ParamValue,
  timeMs: number,
): Intervention[] {
  // Everything happens at whole ms: what is changed between two of them is changed after the first.
  const atMs = Math.floor(timeMs);
  const kept = interventions.filter(
    (other) => other.atMs < atMs || (other.atMs === atMs && other.key !== param.key),
  );
  const all = [...kept, { atMs, key: param.key, value }];
  return all.length > MAX_INTERVENTIONS ? withoutShortest(all) : all;
}

/** Without the change that held for the shortest time before the next one of its setting. */
function withoutShortest(interventions: readonly Intervention[]): Intervention[] {
  const heldMs = interventions.map(({ atMs, key }, index) => {
    const next = interventions.find((other, i) => i > index && other.key === key);
    return next === undefined ? Number.POSITIVE_INFINITY : next.atMs - atMs;
  });
  const shortest = heldMs.indexOf(Math.min(...heldMs));
  return interventions.filter((_, index) => index !== shortest);
}

function withDifference(
  scenario: ScenarioId,
  values: Values,
  param: Param,
  value: ParamValue,
): Values {
  const { [param.key]: _, ...others } = values;
  return value === scenarioValue(scenario, param) ? others : { ...others, [param.key]: value };
}

function withLane(experiment: Experiment, index: number, change: (lane: Lane) => Lane): Experiment {
  const [first, ...rest] = experiment.lanes.map((lane, i) => (i === index ? change(lane) : lane));
  return { ...experiment, lanes: [first as Lane, ...rest] };
}
