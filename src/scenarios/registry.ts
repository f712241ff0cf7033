/** Every scenario, in the order of the picker. */
import { boundedBuffer } from "./bounded-buffer.ts";
import { fastProducer } from "./fast-producer.ts";
import { memoryLeak } from "./memory-leak.ts";
import type { Scenario } from "./scenario.ts";

export const scenarios = [fastProducer, memoryLeak, boundedBuffer] as const;

export type ScenarioId = (typeof scenarios)[number]["id"];

/** The scenario of that id. */
export function scenarioOf(id: ScenarioId): Scenario<ScenarioId> {
  return scenarios.find((scenario) => scenario.id === id) as Scenario<ScenarioId>;
}

/** Whether a text (from a link, say) is the id of a scenario. */
export function isScenarioId(text: string): text is ScenarioId {
  return scenarios.some(({ id }) => id === text);
}
