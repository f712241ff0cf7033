/** Everything that the page loads when it is needed, loaded: every scenario with its strategies. */
import {
  loadScenario,
  type Scenario,
  type ScenarioEntry,
  type ScenarioId,
  scenarioOf,
  scenarios,
} from "../../src/scenarios/index.ts";
import {
  loadStrategy,
  type Strategy,
  type StrategyId,
  strategyIds,
  strategyOf,
} from "../../src/systems/index.ts";

await Promise.all([
  ...strategyIds.map(loadStrategy),
  ...scenarios.map(({ id }) => loadScenario(id)),
]);

/** Every strategy. */
export const allStrategies: readonly Strategy<StrategyId>[] = strategyIds.map(strategyOf);

type NamedScenario = Scenario<ScenarioId> & Pick<ScenarioEntry<ScenarioId>, "name" | "group">;

/** Every scenario, with its name and group. */
export const allScenarios: readonly [NamedScenario, ...NamedScenario[]] = [
  named(scenarios[0]),
  ...scenarios.slice(1).map(named),
];

function named({ id, name, group }: ScenarioEntry<ScenarioId>): NamedScenario {
  return { ...scenarioOf(id), name, group };
}
