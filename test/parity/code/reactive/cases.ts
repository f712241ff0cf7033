/** Which programs of RxJava and Reactor are compared: every lesson's, every form under ties in time, and random settings. */
import { Random } from "../../../../src/kernel/index.ts";
import { defaultsOf, type Values } from "../../../../src/params/index.ts";
import { DEFAULT_SEED, initialValues, paramsOf } from "../../../../src/run/index.ts";
import { allScenarios, allStrategies } from "../../../support/everything.ts";
import { caseOf, type ParityCase, randomValues } from "../kotlin/cases.ts";

const strategies = allStrategies.filter(({ system }) => ["rxjava", "reactor"].includes(system.id));

const ids = new Set<string>(strategies.map(({ id }) => id));

export const strategyCount = strategies.length;

/** Every scenario with every strategy of the two libraries that it offers, at the scenario's own values. */
export function scenarioCases(): ParityCase[] {
  return allScenarios.flatMap((scenario) =>
    scenario.strategies
      .filter((strategy) => ids.has(strategy))
      .map((strategy) => {
        const spec = { scenario: scenario.id, strategy, values: {}, seed: 0, interventions: [] };
        return caseOf(`${scenario.id} ${strategy}`, strategy, initialValues(spec), DEFAULT_SEED);
      }),
  );
}

/** Sources and subscribers that are due at the same ms again and again, in every form of an operator. */
export function tieCases(): ParityCase[] {
  const loads: Values[] = [
    { producerDelayMs: 20, consumerDelayMs: 60 },
    { producerDelayMs: 20, consumerDelayMs: 20 },
    { producerDelayMs: 60, consumerDelayMs: 20 },
    { producerDelayMs: 0, consumerDelayMs: 30 },
    { producerDelayMs: 30, consumerDelayMs: 0 },
  ];
  return strategies.flatMap(({ id, params }) => {
    const forms = params.flatMap((param): Values[] =>
      param.kind === "choice" ? param.choices.map(({ value }) => ({ [param.key]: value })) : [],
    );
    return (forms.length === 0 ? [{}] : forms).flatMap((form) =>
      loads.map((load, i) => {
        const sizes = { prefetch: 1 + i, capacity: 1 + i, ttlMs: 60, highTide: 4, lowTide: i };
        const own = Object.fromEntries(
          Object.entries(sizes).filter(([key]) => params.some((param) => param.key === key)),
        );
        const values = { ...own, ...load, ...form };
        const all = { ...defaultsOf(paramsOf(id)), ...values, count: 40, durationS: 4 };
        return caseOf(`tie ${id} ${JSON.stringify(values)}`, id, all, DEFAULT_SEED);
      }),
    );
  });
}

/** A random case for one strategy after the other, as often as it is asked. */
export function* randomCases(seed: number): Generator<ParityCase, never> {
  const random = new Random(seed, "parity of the reactive sources");
  for (let number = 1; ; number++) {
    for (const { id } of strategies) {
      const values = randomValues(paramsOf(id), random);
      yield caseOf(`random ${number} ${id}`, id, values, random.nextInt(1_000_000));
    }
  }
}
