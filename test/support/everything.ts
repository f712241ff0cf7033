/** Everything that the page loads on demand, already loaded: every scenario with its strategies. */
import {
  type Catalogue,
  joined,
  loadScenario,
  loadStrategies,
  plainCatalogue,
  type Scenario,
  type ScenarioEntry,
  type ScenarioId,
  scenarioOf,
  scenarios,
} from "../../src/scenarios/index.ts";
import {
  type Strategy,
  type StrategyId,
  strategyIds,
  strategyOf,
} from "../../src/systems/index.ts";

/** A catalogue of everything. */
export const catalogue: Catalogue = (
  await Promise.all([loadStrategies(strategyIds), ...scenarios.map(({ id }) => loadScenario(id))])
).reduce(joined, plainCatalogue);

/** Every strategy. */
export const allStrategies: readonly Strategy<StrategyId>[] = strategyIds.map((id) =>
  strategyOf(catalogue, id),
);

/** A scenario with its name and group. */
export type NamedScenario = Scenario<ScenarioId> &
  Pick<ScenarioEntry<ScenarioId>, "name" | "group">;

/** Every scenario, with its name and group. */
export const allScenarios: readonly [NamedScenario, ...NamedScenario[]] = [
  named(scenarios[0]),
  ...scenarios.slice(1).map(named),
];

function named({ id, name, group }: ScenarioEntry<ScenarioId>): NamedScenario {
  return { ...scenarioOf(catalogue, id), name, group };
}
