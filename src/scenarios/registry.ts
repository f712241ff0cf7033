/**
 * Every scenario, in the order of the picker. The first is always there; the others are loaded when
 * somebody opens them, with the strategies that they offer.
 */
import type { Text } from "../i18n/index.ts";
import { loadStrategy } from "../strategies/index.ts";
import { fastProducer } from "./fast-producer.ts";
import type { Scenario, ScenarioGroup } from "./scenario.ts";

/** What the picker shows of a scenario, and how to get the rest. */
export interface ScenarioEntry<Id extends string = string> {
  readonly id: Id;
  readonly group: ScenarioGroup;
  readonly name: Text;
  readonly load: () => Promise<Scenario<Id>>;
}

function entry<const Id extends string>(
  id: Id,
  group: ScenarioGroup,
  ko: string,
  en: string,
  load: () => Promise<Scenario<Id>>,
): ScenarioEntry<Id> {
  return { id, group, name: { ko, en }, load };
}

export const scenarios = [
  entry(
    "fast-producer",
    "start",
    "빠른 생산자, 느린 소비자",
    "Fast producer, slow consumer",
    async () => fastProducer,
  ),
  entry(
    "memory-leak",
    "problems",
    "메모리 누수",
    "Memory leak",
    async () => (await import("./memory-leak.ts")).memoryLeak,
  ),
  entry(
    "bounded-buffer",
    "strategies",
    "유한 버퍼",
    "Bounded buffer",
    async () => (await import("./bounded-buffer.ts")).boundedBuffer,
  ),
] as const;

export type ScenarioId = (typeof scenarios)[number]["id"];

const loaded = new Map<string, Scenario<ScenarioId>>([[fastProducer.id, fastProducer]]);

/** Loads a scenario and the strategies it offers, if they aren't there yet. */
export async function loadScenario(id: ScenarioId): Promise<void> {
  if (isScenarioLoaded(id)) return;
  const scenario = await entryOf(id).load();
  await Promise.all(scenario.strategies.map(loadStrategy));
  loaded.set(id, scenario);
}

/** Whether a scenario is there. */
export function isScenarioLoaded(id: ScenarioId): boolean {
  return loaded.has(id);
}

/** The scenario of that id. Throws if it has not been loaded. */
export function scenarioOf(id: ScenarioId): Scenario<ScenarioId> {
  const scenario = loaded.get(id);
  if (scenario === undefined) throw new Error(`the scenario ${id} has not been loaded`);
  return scenario;
}

/** What the picker knows of a scenario. */
export function entryOf(id: ScenarioId): ScenarioEntry<ScenarioId> {
  return scenarios.find((other) => other.id === id) as ScenarioEntry<ScenarioId>;
}

/** Whether a text (from a link, say) is the id of a scenario. */
export function isScenarioId(text: string): text is ScenarioId {
  return scenarios.some(({ id }) => id === text);
}
