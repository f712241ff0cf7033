/** What can be done with the lanes of an experiment: each gives another experiment, or the same if nothing changes. */
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
 * One lane more, to compare: under the first strategy that the scenario offers and no lane has yet. The
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

/** With the same lane once more, right behind it: to change one setting and compare. */
export function withLaneTwice(experiment: Experiment, laneIndex: number): Experiment {
  const { lanes } = experiment;
  const lane = lanes[laneIndex];
  if (lane === undefined || lanes.length >= MAX_LANES) return experiment;
  const next = laneIndex + 1;
  return withLanes(experiment, [...lanes.slice(0, next), lane, ...lanes.slice(next)]);
}

/** With a lane `by` places further down, or up; the same if there is no such place. */
export function withLaneMoved(experiment: Experiment, laneIndex: number, by: number): Experiment {
  const { lanes } = experiment;
  const lane = lanes[laneIndex];
  const to = laneIndex + by;
  if (lane === undefined || by === 0 || lanes[to] === undefined) return experiment;
  return withLanes(experiment, movedBy(lanes, laneIndex, by));
}

/** A list with one item `by` places further down, or up. */
export function movedBy<T>(list: readonly T[], from: number, by: number): T[] {
  const others = list.filter((_, index) => index !== from);
  const to = from + by;
  return [...others.slice(0, to), ...list.slice(from, from + 1), ...others.slice(to)];
}

/** With a lane called otherwise, as far as a name can be; a blank name is none. */
export function withLaneName(experiment: Experiment, laneIndex: number, text: string): Experiment {
  const name = laneNameOf(text);
  if ((experiment.lanes[laneIndex]?.name ?? "") === name) return experiment;
  return changeLane(experiment, laneIndex, ({ name: _, ...lane }) =>
    name === "" ? lane : { ...lane, name },
  );
}

/** Without a lane; the same experiment if it is the only one. */
export function withoutLane(
  catalogue: Catalogue,
  experiment: Experiment,
  laneIndex: number,
): Experiment {
  const others = experiment.lanes.filter((_, index) => index !== laneIndex);
  if (others.length === experiment.lanes.length) return experiment;
  return withoutStrangers(catalogue, experiment, withLanes(experiment, others));
}

/** There is always one lane: without any the experiment stays as it is. */
function withLanes(experiment: Experiment, [first, ...others]: readonly Lane[]): Experiment {
  return first === undefined ? experiment : { ...experiment, lanes: [first, ...others] };
}

/** The lanes were changed: without values and changes of settings that none of them heeds any more. */
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
