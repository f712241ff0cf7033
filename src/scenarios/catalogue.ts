/**
 * What is loaded of scenarios and strategies: a value that is passed to functions that look one up. It never changes;
 * loading gives a further one, and `joined` what is in both.
 */
import {
  channelStrategies,
  loadStrategy,
  loadStrategyFiles,
  type StrategyCatalogue,
} from "../systems/index.ts";
import { fastProducer } from "./fast-producer.ts";
import { entryOf, type ScenarioId } from "./registry.ts";
import type { Scenario } from "./scenario.ts";

export interface Catalogue extends StrategyCatalogue {
  /** Each with all strategies that it offers. */
  readonly scenarios: ReadonlyMap<ScenarioId, Scenario<ScenarioId>>;
}

/** What is always there. */
export const plainCatalogue: Catalogue = {
  strategies: byId(channelStrategies),
  scenarios: byId([fastProducer]),
};

/** Loads strategies: a catalogue of these. Rejects if one of the ids is none. */
export async function loadStrategies(ids: readonly string[]): Promise<Catalogue> {
  return { strategies: byId(await Promise.all(ids.map(loadStrategy))), scenarios: new Map() };
}

/** Loads a scenario with the strategies that it offers: a catalogue of these. */
export async function loadScenario(id: ScenarioId): Promise<Catalogue> {
  const [file] = await Promise.all([entryOf(id).load(), loadStrategyFiles()]);
  const [scenario] = Object.values(file) as [Scenario<ScenarioId>];
  return { ...(await loadStrategies(scenario.strategies)), scenarios: byId([scenario]) };
}

/** What is in one catalogue or the other. */
export function joined(one: Catalogue, other: Catalogue): Catalogue {
  return {
    strategies: new Map([...one.strategies, ...other.strategies]),
    scenarios: new Map([...one.scenarios, ...other.scenarios]),
  };
}

/** The scenario of that id. Throws if it has not been loaded. */
export function scenarioOf(
  { scenarios }: Pick<Catalogue, "scenarios">,
  id: ScenarioId,
): Scenario<ScenarioId> {
  const scenario = scenarios.get(id);
  if (scenario === undefined) throw new Error(`the scenario ${id} has not been loaded`);
  return scenario;
}

function byId<Id, T extends { readonly id: Id }>(list: readonly T[]): ReadonlyMap<T["id"], T> {
  return new Map(list.map((each) => [each.id, each]));
}
