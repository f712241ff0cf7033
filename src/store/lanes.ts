/** Changes the lanes of an experiment. Each function returns another experiment, or the same one if nothing changes. */
import { type Catalogue, scenarioOf } from "../scenarios/index.ts";
import { type StrategyId, strategyOf } from "../systems/index.ts";
import { withOwnKept } from "./changes.ts";
import { changeLane, type Experiment, type Lane, MAX_LANES, sharedParamsOf } from "./experiment.ts";
import { laneNameOf } from "./lane-name.ts";

/** Gives a lane another strategy; settings that both have are kept. */
export function withStrategy(
  catalogue: Catalogue,
  experiment: Experiment,
  laneIndex: number,
  strategy: StrategyId,
): Experiment {
  if ((experiment.lanes[laneIndex]?.strategy ?? strategy) === strategy) return experiment;
  const keys = new Set(strategyOf(catalogue, strategy).params.map(({ key }) => key));
  return withoutStrangers(
    catalogue,
    experiment,
    changeLane(experiment, laneIndex, (lane) => ({
      ...lane,
      strategy,
      values: Object.fromEntries(Object.entries(lane.values).filter(([key]) => keys.has(key))),
    })),
  );
}

/**
 * The experiment with another lane to compare, under the first of the scenario's strategies that no lane has yet; the
 * same experiment if there is no room for one.
 */
export function withLaneMore(catalogue: Catalogue, experiment: Experiment): Experiment {
  const { lanes, scenario } = experiment;
  if (lanes.length >= MAX_LANES) return experiment;
  const shown = new Set(lanes.map(({ strategy }) => strategy));
  const { strategies } = scenarioOf(catalogue, scenario);
  const strategy = strategies.find((offer) => !shown.has(offer)) ?? strategies[0];
  const more: Experiment = { ...experiment, lanes: [...lanes, { strategy, values: {} }] };
  return withOwnKept(catalogue, experiment, more);
}

/** The experiment with a copy of a lane right after it, so that one setting can be changed and compared. */
export function withLaneTwice(experiment: Experiment, laneIndex: number): Experiment {
  const { lanes } = experiment;
  const lane = lanes[laneIndex];
  if (lane === undefined || lanes.length >= MAX_LANES) return experiment;
  const next = laneIndex + 1;
  return withLanes(experiment, [...lanes.slice(0, next), lane, ...lanes.slice(next)]);
}

/** The experiment with a lane moved `by` places down, or up if negative; the same if there is no such place. */
export function withLaneMoved(experiment: Experiment, laneIndex: number, by: number): Experiment {
  const { lanes } = experiment;
  const lane = lanes[laneIndex];
  const to = laneIndex + by;
  if (lane === undefined || by === 0 || lanes[to] === undefined) return experiment;
  return withLanes(experiment, movedBy(lanes, laneIndex, by));
}

/** The list with one item moved `by` places down, or up if negative. */
export function movedBy<T>(list: readonly T[], from: number, by: number): T[] {
  const others = list.filter((_, index) => index !== from);
  const to = from + by;
  return [...others.slice(0, to), ...list.slice(from, from + 1), ...others.slice(to)];
}

/** The experiment with a lane renamed to what `laneNameOf` makes of the text; a blank name removes its name. */
export function withLaneName(experiment: Experiment, laneIndex: number, text: string): Experiment {
  const name = laneNameOf(text);
  if ((experiment.lanes[laneIndex]?.name ?? "") === name) return experiment;
  return changeLane(experiment, laneIndex, ({ name: _, ...lane }) =>
    name === "" ? lane : { ...lane, name },
  );
}

/** The experiment without a lane; the same one if it is the only lane. */
export function withoutLane(
  catalogue: Catalogue,
  experiment: Experiment,
  laneIndex: number,
): Experiment {
  const others = experiment.lanes.filter((_, index) => index !== laneIndex);
  if (others.length === experiment.lanes.length) return experiment;
  return withoutStrangers(catalogue, experiment, withLanes(experiment, others));
}

/** Replaces the lanes; without any the experiment stays as it is, because it always has one. */
function withLanes(experiment: Experiment, [first, ...others]: readonly Lane[]): Experiment {
  return first === undefined ? experiment : { ...experiment, lanes: [first, ...others] };
}

/** Removes values and changes of settings that no lane uses any more. */
function withoutStrangers(
  catalogue: Catalogue,
  before: Experiment,
  experiment: Experiment,
): Experiment {
  const keys = new Set(sharedParamsOf(catalogue, experiment.lanes).map(({ key }) => key));
  const { values, interventions } = experiment;
  return withOwnKept(catalogue, before, {
    ...experiment,
    values: Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key))),
    interventions: interventions.filter(({ key }) => keys.has(key)),
  });
}
