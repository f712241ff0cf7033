/** Which programs are compared: what every scenario opens with, ties in time, and random settings that keep runs short. */
import { Random } from "../../../../src/kernel/index.ts";
import {
  clampParam,
  defaultsOf,
  type Param,
  type ParamValue,
  type Values,
} from "../../../../src/params/index.ts";
import { DEFAULT_SEED, initialValues, paramsOf } from "../../../../src/run/index.ts";
import { type StrategyId, strategyOf } from "../../../../src/systems/index.ts";
import { allScenarios, allStrategies } from "../../../support/everything.ts";

/** Every so many ms an element is made in the cases with ties. */
const TIE_DELAY_MS = 20;

export interface ParityCase {
  readonly id: string;
  readonly strategy: StrategyId;
  /** Every setting of the strategy and its workload. */
  readonly values: Values;
  /** Up to and including when the program is run. */
  readonly untilMs: number;
  /** Of the random numbers. */
  readonly seed: number;
}

/** Every scenario with every strategy of Kotlin that it offers, at the scenario's own values. */
export function scenarioCases(): ParityCase[] {
  return allScenarios.flatMap((scenario) =>
    scenario.strategies.filter(isKotlin).map((strategy) => {
      const spec = { scenario: scenario.id, strategy, values: {}, seed: 0, interventions: [] };
      return caseOf(`${scenario.id} ${strategy}`, strategy, initialValues(spec), DEFAULT_SEED);
    }),
  );
}

/**
 * Batches whose time is up at the very ms of an element. Random settings hardly ever meet that, and it is where
 * a `select` can go wrong: capacities 0 to 2, a flush time that is a multiple of the producer's delay.
 */
export function tieCases(): ParityCase[] {
  const strategy = "timed-batches";
  const defaults = defaultsOf(paramsOf(strategy));
  return [0, 1, 2].flatMap((capacity) =>
    [1, 2, 3].flatMap((producerDelays) =>
      [40, 50].map((batchDelayMs) => {
        const flushMs = producerDelays * TIE_DELAY_MS;
        const load = { producerDelayMs: TIE_DELAY_MS, batchDelayMs, count: 0, durationS: 2 };
        const values = { ...defaults, ...load, capacity, flushMs, batchSize: 5 };
        const id = `tie ${strategy} cap=${capacity} fl=${flushMs} bd=${batchDelayMs}`;
        return caseOf(id, strategy, values, DEFAULT_SEED);
      }),
    ),
  );
}

/**
 * A minute of token buckets whose tokens are whole between two ms: what is left over at each must be kept.
 */
export function rateCases(): ParityCase[] {
  const strategy = "token-bucket";
  const defaults = defaultsOf(paramsOf(strategy));
  return [700, 3].map((ratePerSec) => {
    const load = { producerDelayMs: 0, consumerDelayMs: 0, count: 0, durationS: 60 };
    const values = { ...defaults, ...load, ratePerSec, burst: 1 };
    return caseOf(`rate ${strategy} r=${ratePerSec}`, strategy, values, DEFAULT_SEED);
  });
}

/** Sizes of shared flows: replay, and extra buffer. */
const SIZES = [
  [0, 2],
  [2, 0],
  [0, 0],
] as const;

/** Every way from `emit` to `collect`, where producer and collector meet at the same ms again and again. */
export function flowCases(): ParityCase[] {
  const load = { producerDelayMs: 20, consumerDelayMs: 100, count: 12, capacity: 3, durationS: 2 };
  return [
    ...choicesOf("flow-buffer", "operator").map((operator) =>
      flowCase("flow-buffer", { ...load, operator }),
    ),
    ...choicesOf("shared-flow", "sharedOverflow").flatMap((sharedOverflow) =>
      choicesOf("shared-flow", "emitWith").flatMap((emitWith) =>
        [0, 100].flatMap((subscribeMs) =>
          SIZES.map(([replay, extraBuffer]) => {
            const sizes = { replay, extraBuffer, subscribeMs };
            return flowCase("shared-flow", { ...load, sharedOverflow, emitWith, ...sizes });
          }),
        ),
      ),
    ),
  ];
}

function flowCase(strategy: StrategyId, given: Values): ParityCase {
  const params = paramsOf(strategy);
  const keys = new Set(params.map(({ key }) => key));
  const own = Object.entries(given).filter(([key]) => keys.has(key));
  const values = { ...defaultsOf(params), ...Object.fromEntries(own) };
  const { operator, sharedOverflow, emitWith, subscribeMs, replay, extraBuffer } = given;
  const sizes = `sub=${subscribeMs} rpl=${replay} xb=${extraBuffer}`;
  const said = operator ?? `${sharedOverflow} ${emitWith} ${sizes}`;
  return caseOf(`flow ${strategy} ${said}`, strategy, values, DEFAULT_SEED);
}

function choicesOf(strategy: StrategyId, key: string): readonly string[] {
  const param = paramsOf(strategy).find((each) => each.key === key);
  if (param?.kind !== "choice") throw new Error(`${strategy} has no choice ${key}`);
  return param.choices.map(({ value }) => value);
}

/** A random case for one strategy of Kotlin after the other, as often as it is asked. */
export function* randomCases(seed: number): Generator<ParityCase, never> {
  const random = new Random(seed, "parity of the Kotlin sources");
  for (let number = 1; ; number++) {
    for (const { id } of allStrategies) {
      if (!isKotlin(id)) continue;
      const values = randomValues(paramsOf(id), random);
      yield caseOf(`random ${number} ${id}`, id, values, random.nextInt(1_000_000));
    }
  }
}

/** Whether its text is a program of kotlinx.coroutines: the texts of other libraries are not compiled with it. */
function isKotlin(strategy: StrategyId): boolean {
  return strategyOf(strategy).system.id === "kotlin";
}

/** A case of those values, run for as long as they say. */
export function caseOf(id: string, strategy: StrategyId, values: Values, seed: number): ParityCase {
  return { id, strategy, values, untilMs: (values["durationS"] as number) * 1000, seed };
}

/** Keys with a range of their own. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  durationS: [1, 5],
  count: [1, 60],
};

/** Random values of all those settings that keep a run short. */
export function randomValues(params: readonly Param[], random: Random): Values {
  const values: Record<string, ParamValue> = {};
  for (const param of params) values[param.key] = clampParam(param, randomValue(param, random));
  const endless = values["count"] === undefined || random.nextInt(4) === 0;
  if (!endless) return values;
  // An endless producer without a pause would never let anybody else run.
  if ("count" in values) values["count"] = 0;
  if (values["producerDelayMs"] === 0) values["producerDelayMs"] = 1;
  return values;
}

function randomValue(param: Param, random: Random): ParamValue {
  switch (param.kind) {
    case "choice":
      return param.choices[random.nextInt(param.choices.length)]?.value ?? param.default;
    case "int": {
      const [low, high] = RANGES[param.key] ?? [param.min, highest(param, random)];
      return low + random.nextInt(high - low + 1);
    }
  }
}

/** Half of the values are small, so that edges are met; the others lie around the default. */
function highest(param: Extract<Param, { kind: "int" }>, random: Random): number {
  const small = param.unit === "ms" ? 40 : 4;
  const most = random.nextInt(2) === 0 ? param.min + small : 2 * Math.max(param.default, small);
  return Math.max(param.min, Math.min(param.max, most));
}
