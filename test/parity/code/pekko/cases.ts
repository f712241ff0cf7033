/** Which programs of Pekko are compared: what every scenario opens with, ties in time, and random settings. */
import { Random } from "../../../../src/kernel/index.ts";
import { defaultsOf, type Values } from "../../../../src/params/index.ts";
import { DEFAULT_SEED, initialValues, paramsOf } from "../../../../src/run/index.ts";
import { type StrategyId, strategyOf } from "../../../../src/systems/index.ts";
import { allScenarios, allStrategies } from "../../../support/everything.ts";
import { caseOf, type ParityCase, randomValues } from "../kotlin/cases.ts";

const strategies = allStrategies.filter(({ system }) => system.id === "pekko");

/** Every scenario with every strategy of Pekko that it offers, at the scenario's own values. */
export function scenarioCases(): ParityCase[] {
  return allScenarios.flatMap((scenario) =>
    scenario.strategies.filter(isPekko).map((strategy) => {
      const spec = { scenario: scenario.id, strategy, values: {}, seed: 0, interventions: [] };
      return caseOf(`${scenario.id} ${strategy}`, strategy, initialValues(spec), DEFAULT_SEED);
    }),
  );
}

/**
 * Sources and consumers that are due at the same ms again and again, with each choice of each setting that has some; a
 * source or a consumer without a pause.
 */
export function tieCases(): ParityCase[] {
  return strategies.flatMap(({ id, params }) => {
    const choices = params.flatMap((param): Values[] =>
      param.kind === "choice" ? param.choices.map(({ value }) => ({ [param.key]: value })) : [],
    );
    const loads = [
      { producerDelayMs: 20, consumerDelayMs: 60 },
      { producerDelayMs: 60, consumerDelayMs: 20 },
      { producerDelayMs: 20, consumerDelayMs: 20 },
      { producerDelayMs: 0, consumerDelayMs: 30 },
      { producerDelayMs: 30, consumerDelayMs: 0 },
      { producerDelayMs: 0, consumerDelayMs: 0 },
    ];
    return choices.flatMap((choice) =>
      loads.map((load) => {
        const values = { ...defaultsOf(paramsOf(id)), ...load, ...choice, count: 40, durationS: 4 };
        const settings = JSON.stringify({ ...load, ...choice });
        return caseOf(`tie ${id} ${settings}`, id, values, DEFAULT_SEED);
      }),
    );
  });
}

/** A random case for one strategy of Pekko after the other, as often as it is asked. */
export function* randomCases(seed: number): Generator<ParityCase, never> {
  const random = new Random(seed, "parity of the Java sources");
  for (let number = 1; ; number++) {
    for (const { id } of strategies) {
      const values = randomValues(paramsOf(id), random);
      yield caseOf(`random ${number} ${id}`, id, values, random.nextInt(1_000_000));
    }
  }
}

export const strategyCount = strategies.length;

function isPekko(strategy: StrategyId): boolean {
  return strategyOf(strategy).system.id === "pekko";
}
