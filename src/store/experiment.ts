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
  valueOfParam,
} from "../run/index.ts";
import { type ScenarioId, scenarioOf } from "../scenarios/index.ts";
import { type StrategyId, strategyOf } from "../systems/index.ts";

/** Settings that all lanes share: what their strategies heed of the workload, and the run. */
export function sharedParamsOf(lanes: readonly Lane[]): readonly Param[] {
  const byKey = new Map<string, Param>();
  for (const { strategy } of lanes) {
    for (const param of strategyOf(strategy).workload) byKey.set(param.key, param);
  }
  return [...byKey.values(), ...runParams];
}

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
  /** What differs from the defaults in the thresholds of alerts. */
  readonly thresholds: Values;
}

export const MAX_LANES = 4;

/** As many changes on the way as a link has room for. */
export const MAX_INTERVENTIONS = 60;

/** A scenario as it opens: its own values and its first strategy. */
export function openExperiment(scenario: ScenarioId, seed = DEFAULT_SEED): Experiment {
  const strategy = scenarioOf(scenario).strategies[0];
  const lane = { strategy, values: {} };
  return { scenario, seed, values: {}, interventions: [], lanes: [lane], thresholds: {} };
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
  return valueOfParam(runSpecOf(experiment, laneOf(experiment, laneIndex)), param, timeMs);
}

/** How long the runs are at most; nothing can be changed after that. */
export function durationMsOf(experiment: Experiment): number {
  const param = runParams.find(({ key }) => key === "durationS") ?? runParams[0];
  return Number(valueAt(experiment, 0, param, 0)) * 1000;
}

/**
 * Sets a value at `timeMs`. A live one holds from then on, and what was changed later is given up: the
 * future starts anew here. A structural one holds from the start of the run. Gives the same experiment
 * if that changes nothing, and null if there is no room for one more change on the way.
 */
export function withValue(
  experiment: Experiment,
  laneIndex: number,
  key: string,
  value: ParamValue,
  timeMs: number,
): Experiment | null {
  const param = paramOf(laneOf(experiment, laneIndex).strategy, key);
  if (param === undefined) return experiment;
  const allowed = clampParam(param, value);
  const { scenario, interventions } = experiment;
  const changesLater = interventions.some((other) => other.key === key && other.atMs > timeMs);
  if (!changesLater && valueAt(experiment, laneIndex, param, timeMs) === allowed) return experiment;
  if (!sharedParamsOf(experiment.lanes).some((other) => other.key === key)) {
    return withLane(experiment, laneIndex, (lane) => ({
      ...lane,
      values: withDifference(scenario, lane.values, param, allowed),
    }));
  }
  if (param.change === "live" && timeMs > 0) return intervene(experiment, param, allowed, timeMs);
  const values = withDifference(scenario, experiment.values, param, allowed);
  if (param.change === "live") return { ...experiment, values, interventions: [] };
  return withinLength({ ...experiment, values });
}

/** Gives a lane another strategy; settings that both have are kept. */
export function withStrategy(
  experiment: Experiment,
  laneIndex: number,
  strategy: StrategyId,
): Experiment {
  if ((experiment.lanes[laneIndex]?.strategy ?? strategy) === strategy) return experiment;
  const keys = new Set(strategyOf(strategy).params.map(({ key }) => key));
  return withoutStrangers(
    withLane(experiment, laneIndex, (lane) => ({
      strategy,
      values: Object.fromEntries(Object.entries(lane.values).filter(([key]) => keys.has(key))),
    })),
  );
}

/** Whether nothing differs from the scenario but, perhaps, the strategies. */
export function isUntouched({ values, lanes, seed, interventions }: Experiment): boolean {
  const changed = [values, ...lanes.map((lane) => lane.values)].flatMap(Object.keys);
  return changed.length + interventions.length === 0 && seed === DEFAULT_SEED;
}

/** The same scenario and strategies, with its own settings and seed. */
export function withOwnSettings(experiment: Experiment): Experiment {
  const [first, ...rest] = experiment.lanes.map(({ strategy }) => ({ strategy, values: {} }));
  const lanes: Experiment["lanes"] = [first as Lane, ...rest];
  return { ...experiment, seed: DEFAULT_SEED, values: {}, interventions: [], lanes };
}

/**
 * One lane more, to compare: under the first strategy that the scenario offers and no lane has yet. The
 * same experiment if there is no room for one.
 */
export function withLaneMore(experiment: Experiment): Experiment {
  const { lanes, scenario } = experiment;
  if (lanes.length >= MAX_LANES) return experiment;
  const shown = new Set(lanes.map(({ strategy }) => strategy));
  const { strategies } = scenarioOf(scenario);
  const strategy = strategies.find((offer) => !shown.has(offer)) ?? strategies[0];
  return { ...experiment, lanes: [...lanes, { strategy, values: {} }] };
}

/** Without a lane; the same experiment if it is the only one. */
export function withoutLane(experiment: Experiment, laneIndex: number): Experiment {
  const [first, ...others] = experiment.lanes.filter((_, index) => index !== laneIndex);
  if (first === undefined || others.length + 1 === experiment.lanes.length) return experiment;
  return withoutStrangers({ ...experiment, lanes: [first, ...others] });
}

/** Without values and changes of settings that no lane heeds any more. */
function withoutStrangers(experiment: Experiment): Experiment {
  const keys = new Set(sharedParamsOf(experiment.lanes).map(({ key }) => key));
  const { values, interventions } = experiment;
  return {
    ...experiment,
    values: Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key))),
    interventions: interventions.filter(({ key }) => keys.has(key)),
  };
}

/** The lane at an index; the first if there is none. */
export function laneOf(experiment: Experiment, index: number): Lane {
  return experiment.lanes[index] ?? experiment.lanes[0];
}

function intervene(
  experiment: Experiment,
  param: Param,
  value: ParamValue,
  timeMs: number,
): Experiment | null {
  // Everything happens at whole ms: what is changed between two of them is changed after the first.
  const atMs = Math.floor(timeMs);
  const earlier = experiment.interventions.filter(
    (other) => other.atMs < atMs || (other.atMs === atMs && other.key !== param.key),
  );
  const before = { ...experiment, interventions: earlier };
  if (valueAt(before, 0, param, atMs) === value) return before;
  if (earlier.length >= MAX_INTERVENTIONS) return null;
  return { ...before, interventions: [...earlier, { atMs, key: param.key, value }] };
}

/** Without the changes that would come after the end. */
function withinLength(experiment: Experiment): Experiment {
  const durationMs = durationMsOf(experiment);
  const interventions = experiment.interventions.filter(({ atMs }) => atMs <= durationMs);
  if (interventions.length === experiment.interventions.length) return experiment;
  return { ...experiment, interventions };
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
  if (experiment.lanes[index] === undefined) return experiment;
  const [first, ...rest] = experiment.lanes.map((lane, i) => (i === index ? change(lane) : lane));
  return { ...experiment, lanes: [first as Lane, ...rest] };
}
