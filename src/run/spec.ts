/** A run as data: the same spec gives the same trace, to the byte, on any machine. */
import {
  clampParam,
  type Intervention,
  type Param,
  type ParamValue,
  type Values,
} from "../params/index.ts";
import { type Catalogue, type Scenario, type ScenarioId, scenarioOf } from "../scenarios/index.ts";
import { type Strategy, type StrategyId, strategyOf } from "../systems/index.ts";
import { runParams } from "./params.ts";

export interface RunSpec {
  readonly scenario: ScenarioId;
  readonly strategy: StrategyId;
  /** What differs from the scenario's own values, by key. */
  readonly values: Values;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  /** All interventions in order of time, including those that the scenario opens with. */
  readonly interventions: readonly Intervention[];
}

/** The seed of a run that names none. */
export const DEFAULT_SEED = 42;
export const MAX_SEED = 4294967295;

/** Every setting that a run of this strategy has. */
export function paramsOf({
  workload,
  params,
}: Pick<Strategy, "workload" | "params">): readonly Param[] {
  return [...workload, ...params, ...runParams];
}

/** The setting with that key in a run of this strategy, if it has one. */
export function paramOf(strategy: Strategy, key: string): Param | undefined {
  return paramsOf(strategy).find((param) => param.key === key);
}

/** The value that a setting has in a scenario until somebody changes it. */
export function scenarioValue({ values }: Pick<Scenario, "values">, param: Param): ParamValue {
  return values[param.key] ?? param.default;
}

/**
 * The value of a setting after `timeMs`: the scenario's value, overridden by the spec's, overridden by the changes up
 * to that time. Values from outside (a link, a test) may be anything, so the result is clamped to what is allowed.
 */
export function valueOfParam(
  catalogue: Catalogue,
  spec: RunSpec,
  param: Param,
  timeMs: number,
): ParamValue {
  let value = spec.values[param.key] ?? scenarioValue(scenarioOf(catalogue, spec.scenario), param);
  if (param.change === "live") {
    let sinceMs = 0;
    for (const { atMs, key, value: changed } of spec.interventions) {
      if (key !== param.key || atMs > timeMs || !(atMs >= sinceMs)) continue;
      sinceMs = atMs;
      value = changed;
    }
  }
  return clampParam(param, value);
}

/** All values of a run as they are after `timeMs`. */
export function valuesAt(catalogue: Catalogue, spec: RunSpec, timeMs: number): Values {
  const params = paramsOf(strategyOf(catalogue, spec.strategy));
  return Object.fromEntries(
    params.map((param) => [param.key, valueOfParam(catalogue, spec, param, timeMs)]),
  );
}

/** All values of a run at its start, before anything is changed. */
export function initialValues(catalogue: Catalogue, spec: RunSpec): Values {
  return valuesAt(catalogue, spec, -1);
}

/** The interventions that a run of `strategy` can make, in order of time and with allowed values. Drops all others. */
export function liveInterventions(
  strategy: Strategy,
  interventions: readonly Intervention[],
): Intervention[] {
  const live: Intervention[] = [];
  for (const { atMs, key, value } of interventions) {
    const param = paramOf(strategy, key);
    if (param?.change === "live" && atMs >= 0) {
      live.push({ atMs, key, value: clampParam(param, value) });
    }
  }
  return live.sort((a, b) => a.atMs - b.atMs);
}
