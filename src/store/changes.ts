/**
 * Changes settings of an experiment, at the start of its runs or on the way, and puts them back to what the scenario
 * has. Each function returns another experiment, or the same one if nothing changes.
 */
import {
  clampParam,
  type Intervention,
  isSameIntervention,
  type Param,
  type ParamValue,
  sameInterventions,
  type Values,
} from "../params/index.ts";
import { DEFAULT_SEED, paramOf, scenarioValue } from "../run/index.ts";
import { type Catalogue, type Scenario, scenarioOf } from "../scenarios/index.ts";
import { strategyOf } from "../systems/index.ts";
import {
  changeLane,
  durationMsOf,
  type Experiment,
  type Lane,
  laneOf,
  MAX_INTERVENTIONS,
  ownInterventions,
  sharedParamsOf,
  valueAt,
} from "./experiment.ts";

/**
 * Sets the setting `key` to `value` at `timeMs`. The value of a live setting holds from then on, and later changes are
 * discarded, except for the scenario's own changes of other settings, which are a part of the load. The value of a
 * structural setting holds from the start of the run. Returns the same experiment if nothing changes, and null if the
 * experiment has no room for another change on the way.
 */
export function withValue(
  catalogue: Catalogue,
  experiment: Experiment,
  laneIndex: number,
  key: string,
  value: ParamValue,
  timeMs: number,
): Experiment | null {
  const strategy = strategyOf(catalogue, laneOf(experiment, laneIndex).strategy);
  const param = paramOf(strategy, key);
  if (param === undefined) return experiment;
  const allowed = clampParam(param, value);
  const { interventions } = experiment;
  const scenario = scenarioOf(catalogue, experiment.scenario);
  const changesLater = interventions.some((other) => other.key === key && other.atMs > timeMs);
  const before = valueAt(catalogue, experiment, laneIndex, param, timeMs);
  if (!changesLater && before === allowed) return experiment;
  if (!sharedParamsOf(catalogue, experiment.lanes).some((other) => other.key === key)) {
    return changeLane(experiment, laneIndex, (lane) => ({
      ...lane,
      values: withDifference(scenario, lane.values, param, allowed),
    }));
  }
  if (param.change === "live" && timeMs > 0)
    return intervene(catalogue, experiment, param, allowed, timeMs);
  const values = withDifference(scenario, experiment.values, param, allowed);
  if (param.change === "live") {
    const interventions = ownAfter(catalogue, experiment, -1, key);
    return { ...experiment, values, interventions };
  }
  return withOwnKept(catalogue, experiment, withinLength(catalogue, { ...experiment, values }));
}

/** The value that the scenario gives to a setting of a lane after `timeMs`. */
export function ownValueAt(
  catalogue: Catalogue,
  experiment: Experiment,
  laneIndex: number,
  param: Param,
  timeMs: number,
): ParamValue {
  return valueAt(catalogue, withOwnSettings(catalogue, experiment), laneIndex, param, timeMs);
}

/** Puts a setting back to what the scenario has from `timeMs` on, including the scenario's later changes of it. */
export function withOwnValue(
  catalogue: Catalogue,
  experiment: Experiment,
  laneIndex: number,
  key: string,
  timeMs: number,
): Experiment | null {
  const param = paramOf(strategyOf(catalogue, laneOf(experiment, laneIndex).strategy), key);
  if (param === undefined) return experiment;
  const own = ownValueAt(catalogue, experiment, laneIndex, param, timeMs);
  const next = withValue(catalogue, experiment, laneIndex, key, own, timeMs);
  const coming = ownInterventions(catalogue, experiment).filter(
    (mine) => mine.key === key && mine.atMs > timeMs,
  );
  if (next === null || coming.length === 0) return next;
  const others = next.interventions.filter((other) => other.key !== key || other.atMs <= timeMs);
  const interventions = [...others, ...coming].sort((a, b) => a.atMs - b.atMs);
  return interventions.length > MAX_INTERVENTIONS ? null : { ...next, interventions };
}

/**
 * Keeps the scenario's own changes on the way when the length of the run changes, or the settings that its lanes use: if
 * the experiment had exactly those changes before, it has exactly those `after`.
 */
export function withOwnKept(
  catalogue: Catalogue,
  before: Experiment,
  after: Experiment,
): Experiment {
  const had = ownInterventions(catalogue, before);
  if (!sameInterventions(before.interventions, had)) return after;
  const own = ownInterventions(catalogue, after);
  return sameInterventions(after.interventions, own) ? after : { ...after, interventions: own };
}

/** The same scenario and strategies, with its own settings, seed and changes on the way. */
export function withOwnSettings(catalogue: Catalogue, experiment: Experiment): Experiment {
  const own = (lane: Lane): Lane => ({ ...lane, values: {} });
  const [first, ...rest] = experiment.lanes;
  const lanes: Experiment["lanes"] = [own(first), ...rest.map(own)];
  const settled: Experiment = { ...experiment, seed: DEFAULT_SEED, values: {}, lanes };
  return { ...settled, interventions: ownInterventions(catalogue, settled) };
}

function intervene(
  catalogue: Catalogue,
  experiment: Experiment,
  param: Param,
  value: ParamValue,
  timeMs: number,
): Experiment | null {
  // Everything happens at whole ms, so a change between two of them takes effect after the first.
  const atMs = Math.floor(timeMs);
  const earlier = experiment.interventions.filter(
    (other) => other.atMs < atMs || (other.atMs === atMs && other.key !== param.key),
  );
  const later = ownAfter(catalogue, experiment, atMs, param.key);
  const before = { ...experiment, interventions: [...earlier, ...later] };
  if (valueAt(catalogue, before, 0, param, atMs) === value) return before;
  if (before.interventions.length >= MAX_INTERVENTIONS) return null;
  const interventions = [...earlier, { atMs, key: param.key, value }, ...later];
  return { ...before, interventions };
}

/** The scenario's own changes after `timeMs` of settings other than `key`. */
function ownAfter(
  catalogue: Catalogue,
  experiment: Experiment,
  timeMs: number,
  key: string,
): readonly Intervention[] {
  const own = ownInterventions(catalogue, experiment);
  return experiment.interventions.filter(
    (other) =>
      other.atMs > timeMs &&
      other.key !== key &&
      own.some((mine) => isSameIntervention(mine, other)),
  );
}

/** The experiment without the changes that lie beyond the end of its runs. */
function withinLength(catalogue: Catalogue, experiment: Experiment): Experiment {
  const durationMs = durationMsOf(catalogue, experiment);
  const interventions = experiment.interventions.filter(({ atMs }) => atMs <= durationMs);
  if (interventions.length === experiment.interventions.length) return experiment;
  return { ...experiment, interventions };
}

function withDifference(
  scenario: Scenario,
  values: Values,
  param: Param,
  value: ParamValue,
): Values {
  const { [param.key]: _, ...others } = values;
  return value === scenarioValue(scenario, param) ? others : { ...others, [param.key]: value };
}
