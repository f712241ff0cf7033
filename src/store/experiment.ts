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

/** Settings that all lanes share: what their strategies heed of the workload, and the run. */
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
  /** What a person calls it, at most `MAX_LANE_NAME` characters; without it, it is called by its strategy. */
  readonly name?: string;
}

export interface Experiment {
  readonly scenario: ScenarioId;
  readonly seed: number;
  /** What differs from the scenario in the shared settings. */
  readonly values: Values;
  /** In order of time; of shared settings. Those that the scenario opens with are among them. */
  readonly interventions: readonly Intervention[];
  readonly lanes: readonly [Lane, ...Lane[]];
  /** What differs from the defaults in the thresholds of alerts. */
  readonly thresholds: Values;
  /** The strips that a person has chosen; without it those of the scenario. */
  readonly strips?: readonly StripId[];
}

export const MAX_LANES = 5;

/** As many changes on the way as a link has room for. */
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
 * The changes on the way that a scenario opens with, or that it `opened` with once: those of settings that the lanes
 * heed, up to the end of the run.
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

/** The strategies of the lanes that a scenario opens with, first one first. */
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

/** What a lane's setting is after `timeMs`. */
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

/** How long the runs are at most; nothing can be changed after that. */
export function durationMsOf(catalogue: Catalogue, experiment: Experiment): number {
  const param = runParams.find(({ key }) => key === "durationS") ?? runParams[0];
  return Number(valueAt(catalogue, experiment, 0, param, 0)) * 1000;
}

/** Whether nothing differs from the scenario but, perhaps, the strategies. */
export function isUntouched(catalogue: Catalogue, experiment: Experiment): boolean {
  const { values, lanes, seed, interventions } = experiment;
  const changed = [values, ...lanes.map((lane) => lane.values)].flatMap(Object.keys);
  if (changed.length > 0 || seed !== DEFAULT_SEED) return false;
  return sameInterventions(interventions, ownInterventions(catalogue, experiment));
}

/** The strips under the picture, first one first. */
export function stripsOf(
  catalogue: Catalogue,
  { strips, scenario }: Experiment,
): readonly StripId[] {
  return strips ?? scenarioOf(catalogue, scenario).strips ?? PLAIN_STRIPS;
}

/** With other strips, at most `MAX_STRIPS`; those of the scenario are none of a person's choice. */
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

/** With one lane changed; the same experiment if there is no such lane. */
export function changeLane(
  experiment: Experiment,
  index: number,
  change: (lane: Lane) => Lane,
): Experiment {
  if (experiment.lanes[index] === undefined) return experiment;
  const [first, ...rest] = experiment.lanes.map((lane, i) => (i === index ? change(lane) : lane));
  return first === undefined ? experiment : { ...experiment, lanes: [first, ...rest] };
}
