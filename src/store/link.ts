/**
 * The link of an experiment: `v=1&s=bounded-buffer&cap=8&seed=7&t=1200`. Defaults are left out.
 *
 * Laws: writing a link and reading it back (`read-link.ts`) gives the same experiment; values contain only
 * A-Z a-z 0-9 - . _ ~; a link is always shorter than 2,000 characters.
 */
import {
  type Intervention,
  type Param,
  type ParamValue,
  sameInterventions,
  writeParam,
} from "../params/index.ts";
import { DEFAULT_SEED, thresholdLinks } from "../run/index.ts";
import { type Catalogue, scenarioOf } from "../scenarios/index.ts";
import { strategyOf } from "../systems/index.ts";
import { type Experiment, openingOf, ownInterventions, sharedParamsOf } from "./experiment.ts";
import { writeLaneName } from "./lane-name-link.ts";
import { type Position, START } from "./position.ts";

/** The version of the form of links, raised when keys change their meaning. */
export const VERSION = 1;

/** The value for no strips at all. */
export const NO_STRIPS = "none";

/** The value for no changes on the way, where the scenario opens with some. */
export const NO_INTERVENTIONS = "none";

/** The text after `#` for an experiment and where it stands. */
export function writeLink(
  catalogue: Catalogue,
  experiment: Experiment,
  position: Position = START,
): string {
  const { scenario, seed, lanes, interventions } = experiment;
  const opened = scenarioOf(catalogue, scenario);
  const { revision, strategies } = opened;
  const pairs: [string, string][] = [
    ["v", String(VERSION)],
    ["s", revision === 1 ? scenario : `${scenario}.${revision}`],
  ];
  const opening = openingOf(opened);
  const opensSo = lanes.map(({ strategy }) => strategy).join() === opening.join();
  // A link without lanes means those that the scenario opens with.
  const namesFirst = opening.length > 1 || lanes[0].strategy !== strategies[0];
  for (const [index, lane] of lanes.entries()) {
    const prefix = index === 0 ? "" : `${index + 1}.`;
    if (!opensSo && (index > 0 || namesFirst)) pairs.push([`${prefix}k`, lane.strategy]);
    pairs.push(...writeValues(strategyOf(catalogue, lane.strategy).params, lane.values, prefix));
    if (lane.name !== undefined) pairs.push([`${prefix}nm`, writeLaneName(lane.name)]);
  }
  const shared = sharedParamsOf(catalogue, lanes);
  pairs.push(...writeValues(shared, experiment.values, ""));
  for (const [key, link] of Object.entries(thresholdLinks)) {
    const threshold = experiment.thresholds[key];
    if (threshold !== undefined) pairs.push([link, String(threshold)]);
  }
  if (seed !== DEFAULT_SEED) pairs.push(["seed", String(seed)]);
  // A link without changes on the way means those of its scenario.
  if (!sameInterventions(interventions, ownInterventions(catalogue, experiment))) {
    pairs.push(["i", writeInterventions(interventions, shared)]);
  }
  if (experiment.strips !== undefined) {
    pairs.push(["st", experiment.strips.length === 0 ? NO_STRIPS : experiment.strips.join("~")]);
  }
  if (position.timeMs > 0) pairs.push(["t", String(position.timeMs)]);
  if (position.rows !== null) pairs.push(["e", String(position.rows)]);
  return pairs.map(([key, value]) => `${key}=${value}`).join("&");
}

function writeValues(
  params: readonly Param[],
  values: Readonly<Record<string, ParamValue>>,
  prefix: string,
): [string, string][] {
  return params.flatMap((param) => {
    const value = values[param.key];
    return value === undefined
      ? []
      : [[`${prefix}${param.link}`, writeParam(param, value)] as [string, string]];
  });
}

function writeInterventions(
  interventions: readonly Intervention[],
  shared: readonly Param[],
): string {
  if (interventions.length === 0) return NO_INTERVENTIONS;
  return interventions
    .flatMap(({ atMs, key, value }) => {
      const param = shared.find((other) => other.key === key);
      return param === undefined ? [] : [`${atMs}_${param.link}_${writeParam(param, value)}`];
    })
    .join("~");
}
