/** Which programs of a system are compared: what every scenario opens with, ties in time, and random settings. */
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
  /** Up to and including when the program is run. */
  readonly untilMs: number;
  /** Of the random numbers. */
  readonly seed: number;
}

type Strategies = readonly Strategy<StrategyId>[];

/** The programs of a system. */
export interface CaseSet {
  readonly strategies: Strategies;
  /** Those that are always compared. */
  readonly fixed: readonly ParityCase[];
  /** The name of the generator that draws the random ones. */
  readonly generator: string;
}

/** A case and what the page's run of it did. */
export interface PlayedCase<Page> {
  readonly parityCase: ParityCase;
  readonly page: Page;
}

/** So many random settings of each strategy at the very least. */
const LEAST_RANDOM = 3;

/** A case of those values, run for as long as they say. */
export function caseOf(id: string, strategy: StrategyId, values: Values, seed: number): ParityCase {
  const untilMs = (values["durationS"] as number) * 1000;
  // The real libraries run on an ideal clock here.
  return { id, strategy, values: { ...values, latePercent: 0 }, untilMs, seed };
}

/**
 * Every scenario with every one of the strategies that it offers, at the scenario's own values. What a scenario changes
 * on the way is left out: the program that is printed runs as it stands.
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

/** Every form of every strategy under each of the loads, of which it takes what it has settings for. */
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

/** Each value of each setting that decides how a program is written. */
function formsOf(params: Strategy["params"]): readonly Values[] {
  const forms = params.flatMap((param): Values[] =>
    param.kind === "choice" ? param.choices.map(({ value }) => ({ [param.key]: value })) : [],
  );
  return forms.length === 0 ? [{}] : forms;
}

/** A random case for one strategy after the other, as often as it is asked. */
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
 * The cases that are asked for, each played: all that are fixed, and random ones until every strategy has its least
 * number and together they are as many as asked. `play`: null for a program that never pauses, which can't be cut off
 * at a time.
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
