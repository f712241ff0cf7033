/**
 * The scenarios and strategies that have been loaded, as an immutable value: functions that look one up take it as a
 * parameter, loading returns a new one, and `joined` merges two.
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
  /** A scenario is here only together with all strategies that it offers. */
  readonly scenarios: ReadonlyMap<ScenarioId, Scenario<ScenarioId>>;
}

/** What needs no loading: the plain channels' strategies and the first scenario. */
export const plainCatalogue: Catalogue = {
  strategies: byId(channelStrategies),
  scenarios: byId([fastProducer]),
};

/** Loads strategies and returns a catalogue of them. Rejects if one of the ids names no strategy. */
export async function loadStrategies(ids: readonly string[]): Promise<Catalogue> {
  return { strategies: byId(await Promise.all(ids.map(loadStrategy))), scenarios: new Map() };
}

/** Loads a scenario with the strategies that it offers and returns a catalogue of them. */
export async function loadScenario(id: ScenarioId): Promise<Catalogue> {
  const [file] = await Promise.all([entryOf(id).load(), loadStrategyFiles()]);
  const [scenario] = Object.values(file) as [Scenario<ScenarioId>];
  return { ...(await loadStrategies(scenario.strategies)), scenarios: byId([scenario]) };
}

/** A catalogue of everything in one or the other. */
export function joined(one: Catalogue, other: Catalogue): Catalogue {
  return {
    strategies: new Map([...one.strategies, ...other.strategies]),
    scenarios: new Map([...one.scenarios, ...other.scenarios]),
  };
}

/** The scenario with this id. Throws if it has not been loaded. */
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
