/** Which JavaScript programs are compared: what scenarios open with, ties in time, and random settings. */
import { Random } from "../../../../src/kernel/index.ts";
import { defaultsOf } from "../../../../src/params/index.ts";
import { DEFAULT_SEED, initialValues, paramsOf } from "../../../../src/run/index.ts";
import { type StrategyId, strategyOf } from "../../../../src/systems/index.ts";
import { allScenarios, allStrategies } from "../../../support/everything.ts";
import { caseOf, type ParityCase, randomValues } from "../kotlin/cases.ts";

/** The strategies whose text is JavaScript. */
export const ids: readonly StrategyId[] = allStrategies.map(({ id }) => id).filter(isJavaScript);

function isJavaScript(strategy: StrategyId): boolean {
  return strategyOf(strategy).system.language === "javascript";
}

/** Every scenario with every strategy of these that it offers, at the scenario's own values. */
export function scenarioCases(): ParityCase[] {
  return allScenarios.flatMap((scenario) =>
    scenario.strategies.filter(isJavaScript).map((strategy) => {
      const spec = { scenario: scenario.id, strategy, values: {}, seed: 0, interventions: [] };
      return caseOf(`${scenario.id} ${strategy}`, strategy, initialValues(spec), DEFAULT_SEED);
    }),
  );
}

/** Both sides in step, or one twice as fast as the other: what happens at one instant has an order too. */
export function tieCases(): ParityCase[] {
  const paces = [
    [10, 10],
    [10, 20],
    [20, 10],
    [5, 30],
    [0, 10],
    [10, 0],
    [0, 0],
  ] as const;
  return ids.flatMap((strategy) =>
    paces.flatMap(([producerDelayMs, consumerDelayMs]) =>
      [1, 2, 3].flatMap((mark) =>
        choicesOf(strategy).map((choice) => {
          const marks = { highWaterMark: mark, readableMark: mark, transformMark: mark };
          const load = { producerDelayMs, consumerDelayMs, count: 12, durationS: 2 };
          const values = { ...defaultsOf(paramsOf(strategy)), ...marks, ...load, ...choice };
          const id = `tie ${strategy} ${producerDelayMs} to ${consumerDelayMs}, mark ${mark}`;
          return caseOf(`${id} ${Object.values(choice)}`, strategy, values, DEFAULT_SEED);
        }),
      ),
    ),
  );
}

/** Each value of the setting that decides how its program is written. */
function choicesOf(strategy: StrategyId): Readonly<Record<string, string>>[] {
  const choice = strategyOf(strategy).params.find(({ kind }) => kind === "choice");
  if (choice?.kind !== "choice") return [{}];
  return choice.choices.map(({ value }) => ({ [choice.key]: value }));
}

/** A random case for one strategy after the other, as often as it is asked. */
export function* randomCases(seed: number): Generator<ParityCase, never> {
  const random = new Random(seed, "parity of the JavaScript sources");
  for (let number = 1; ; number++) {
    for (const id of ids) {
      const values = randomValues(paramsOf(id), random);
      yield caseOf(`random ${number} ${id}`, id, values, DEFAULT_SEED);
    }
  }
}
