/** The programs of a system that are compared: those with which scenarios open, ties in time, and random settings. */
import { Random } from "../../../src/kernel/index.ts";
import { defaultsOf, type Values } from "../../../src/params/index.ts";
import { DEFAULT_SEED, initialValues, paramsOf } from "../../../src/run/index.ts";
import type { Strategy, StrategyId } from "../../../src/systems/index.ts";
import { strategyOf } from "../../../src/systems/index.ts";
import { allScenarios, catalogue } from "../../support/everything.ts";
import type { CodeCheckOptions } from "./code-check.ts";
import { randomValues } from "./random-values.ts";

export interface ParityCase {
  readonly id: string;
  readonly strategy: StrategyId;
  /** Every setting of the strategy and its workload. */
  readonly values: Values;
  /** The time in ms up to and including which the program is run. */
  readonly untilMs: number;
  /** The seed of the random numbers. */
  readonly seed: number;
}

type Strategies = readonly Strategy<StrategyId>[];

/** The programs of a system that are compared. */
export interface CaseSet {
  readonly strategies: Strategies;
  /** The programs that are always compared. */
  readonly fixed: readonly ParityCase[];
  /** The name of the generator that draws the random programs. */
  readonly generator: string;
}

/** A case and what the page's run of it did. */
export interface PlayedCase<Page> {
  readonly parityCase: ParityCase;
  readonly page: Page;
}

/** The least number of random settings of each strategy. */
const LEAST_RANDOM = 3;

/** Returns a case of `values`, run for their `durationS`. */
export function caseOf(id: string, strategy: StrategyId, values: Values, seed: number): ParityCase {
  const untilMs = (values["durationS"] as number) * 1000;
  // The real libraries run on an ideal clock here.
  return { id, strategy, values: { ...values, latePercent: 0 }, untilMs, seed };
}

/**
 * Returns a case for every scenario with each of `strategies` that it offers, at the scenario's own values. Changes
 * that a scenario makes during the run are left out, because the printed program runs without them.
 */
export function scenarioCases(strategies: Strategies): ParityCase[] {
  const ids = new Set(strategies.map(({ id }) => id));
  return allScenarios.flatMap((scenario) =>
    scenario.strategies
      .filter((strategy) => ids.has(strategy))
      .map((strategy) => {
        const spec = { scenario: scenario.id, strategy, values: {}, seed: 0, interventions: [] };
        return caseOf(
          `${scenario.id} ${strategy}`,
          strategy,
          initialValues(catalogue, spec),
          DEFAULT_SEED,
        );
      }),
  );
}

/** Returns a case for every form of every strategy under each load, whose keys without a setting are ignored. */
export function loadCases(
  strategies: Strategies,
  loads: readonly Values[],
  length: Values,
): ParityCase[] {
  return strategies.flatMap(({ id, params }) => {
    const defaults = defaultsOf(paramsOf(strategyOf(catalogue, id)));
    return formsOf(params).flatMap((form) =>
      loads.map((load) => {
        const own = Object.entries(load).filter(([key]) => key in defaults);
        const given = { ...Object.fromEntries(own), ...form };
        const values = { ...defaults, ...given, ...length };
        return caseOf(`tie ${id} ${JSON.stringify(given)}`, id, values, DEFAULT_SEED);
      }),
    );
  });
}

/** Returns each value of each setting that is a choice, since choices decide how a program is written. */
function formsOf(params: Strategy["params"]): readonly Values[] {
  const forms = params.flatMap((param): Values[] =>
    param.kind === "choice" ? param.choices.map(({ value }) => ({ [param.key]: value })) : [],
  );
  return forms.length === 0 ? [{}] : forms;
}

/** Generates random cases without end, for one strategy after the other. */
export function* randomCases(
  { strategies, generator }: CaseSet,
  seed: number,
): Generator<ParityCase, never> {
  const random = new Random(seed, generator);
  for (let number = 1; ; number++) {
    for (const { id } of strategies) {
      const values = randomValues(paramsOf(strategyOf(catalogue, id)), random);
      yield caseOf(`random ${number} ${id}`, id, values, random.nextInt(1_000_000));
    }
  }
}

/**
 * Plays the requested cases: all the fixed ones, and random ones until every strategy has its least number and there
 * are `cases` in all. Returns those whose id contains `only`. `play` returns null for a program that never pauses,
 * which can't be cut off at a time.
 */
export function playCases<Page>(
  set: CaseSet,
  { seed, cases, only }: CodeCheckOptions,
  play: (parityCase: ParityCase) => Page | null,
): PlayedCase<Page>[] {
  const played: PlayedCase<Page>[] = [];
  for (const parityCase of set.fixed) {
    const page = play(parityCase);
    if (page === null) throw new Error(`${parityCase.id} never pauses`);
    played.push({ parityCase, page });
  }
  const missing = new Map(set.strategies.map(({ id }) => [id, LEAST_RANDOM]));
  for (const parityCase of randomCases(set, seed)) {
    if (played.length >= cases && missing.size === 0) break;
    const page = play(parityCase);
    if (page === null) continue;
    played.push({ parityCase, page });
    const more = (missing.get(parityCase.strategy) ?? 1) - 1;
    if (more > 0) missing.set(parityCase.strategy, more);
    else missing.delete(parityCase.strategy);
  }
  return played.filter(({ parityCase: { id } }) => id.includes(only));
}
