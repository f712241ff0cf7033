/** The programs of kotlinx.coroutines that are compared. */
import { defaultsOf, type Values } from "../../../../src/params/index.ts";
import { DEFAULT_SEED, paramsOf } from "../../../../src/run/index.ts";
import type { StrategyId } from "../../../../src/systems/index.ts";
import { strategyOf } from "../../../../src/systems/index.ts";
import { allStrategies, catalogue } from "../../../support/everything.ts";
import { type CaseSet, caseOf, type ParityCase, scenarioCases } from "../code-cases.ts";

const strategies = allStrategies.filter(({ system }) => system.id === "kotlin");

/** The producer's delay in the cases with ties, in ms. */
const TIE_DELAY_MS = 20;

/**
 * Returns cases of batches whose time is up at the very ms of an element: capacities 0 to 2, and a flush time that is a
 * multiple of the producer's delay. There a `select` can go wrong, and random settings hardly ever cover it.
 */
export function tieCases(): ParityCase[] {
  const strategy = "timed-batches";
  const defaults = defaultsOf(paramsOf(strategyOf(catalogue, strategy)));
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
 * Returns cases of a minute of token buckets whose tokens become whole between two ms, so that the remainder of each
 * must be kept.
 */
export function rateCases(): ParityCase[] {
  const strategy = "token-bucket";
  const defaults = defaultsOf(paramsOf(strategyOf(catalogue, strategy)));
  return [700, 3].map((ratePerSec) => {
    const load = { producerDelayMs: 0, consumerDelayMs: 0, count: 0, durationS: 60 };
    const values = { ...defaults, ...load, ratePerSec, burst: 1 };
    return caseOf(`rate ${strategy} r=${ratePerSec}`, strategy, values, DEFAULT_SEED);
  });
}

/** Returns a case for each program that declares a failure, with settings that make it fail as the library does. */
export function failingCases(): ParityCase[] {
  return strategies.flatMap(({ id, failure }) =>
    [1, 30].flatMap((count) => {
      const defaults = defaultsOf(paramsOf(strategyOf(catalogue, id)));
      const values = { ...defaults, producerDelayMs: 0, consumerDelayMs: 20, count, durationS: 3 };
      if (failure?.when(values) !== true) return [];
      return [caseOf(`failing ${id} n=${count}`, id, values, DEFAULT_SEED)];
    }),
  );
}

/** Sizes of shared flows: replay and extra buffer. */
const SIZES = [
  [0, 2],
  [2, 0],
  [0, 0],
] as const;

/** Returns cases of every way from `emit` to `collect`; producer and collector are often due at the same ms. */
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

/**
 * Returns cases of operators that wait for a time; values, ticks and the collector's work are often due at the same ms.
 */
export function timedFlowCases(): ParityCase[] {
  const load = { count: 12, durationS: 3 };
  return [0, 20, 100].flatMap((producerDelayMs) =>
    [0, 40, 100].flatMap((consumerDelayMs) =>
      [20, 40, 100].flatMap((ms) => {
        const values = { ...load, producerDelayMs, consumerDelayMs };
        const times = `p=${producerDelayMs} c=${consumerDelayMs} ms=${ms}`;
        return [
          ...choicesOf("flow-debounce", "debounceInto").map((debounceInto) =>
            flowCase("flow-debounce", { ...values, debounceMs: ms, debounceInto }, times),
          ),
          flowCase("flow-sample", { ...values, sampleMs: ms }, times),
          flowCase("flow-on-each", { ...values, onEachMs: ms }, times),
        ];
      }),
    ),
  );
}

function flowCase(strategy: StrategyId, given: Values, times = ""): ParityCase {
  const params = paramsOf(strategyOf(catalogue, strategy));
  const keys = new Set(params.map(({ key }) => key));
  const own = Object.entries(given).filter(([key]) => keys.has(key));
  const values = { ...defaultsOf(params), ...Object.fromEntries(own) };
  const { operator, debounceInto, sharedOverflow, emitWith } = given;
  const { subscribeMs, replay, extraBuffer } = given;
  const sizes = `sub=${subscribeMs} rpl=${replay} xb=${extraBuffer}`;
  const timed = times === "" ? undefined : `${debounceInto ?? ""} ${times}`;
  const name = timed ?? operator ?? `${sharedOverflow} ${emitWith} ${sizes}`;
  return caseOf(`flow ${strategy} ${name}`, strategy, values, DEFAULT_SEED);
}

function choicesOf(strategy: StrategyId, key: string): readonly string[] {
  const param = paramsOf(strategyOf(catalogue, strategy)).find((each) => each.key === key);
  if (param?.kind !== "choice") throw new Error(`${strategy} has no choice ${key}`);
  return param.choices.map(({ value }) => value);
}

export const kotlinCases: CaseSet = {
  strategies,
  fixed: [
    ...scenarioCases(strategies),
    ...tieCases(),
    ...rateCases(),
    ...failingCases(),
    ...flowCases(),
    ...timedFlowCases(),
  ],
  generator: "parity of the Kotlin sources",
};
