/** Scenarios with another lesson for as long as a test runs. */
import { onTestFinished } from "vitest";
import { type Scenario, type ScenarioId, scenarioOf } from "../../../../src/scenarios/index.ts";

type Lesson = Partial<Pick<Scenario, "answers" | "reality" | "next">>;

/** Gives a scenario another lesson until the running test is over. */
export function teach(id: ScenarioId, lesson: Lesson): void {
  const scenario = scenarioOf(id);
  const before = { ...scenario };
  onTestFinished(() => {
    for (const key of Object.keys(scenario)) Reflect.deleteProperty(scenario, key);
    Object.assign(scenario, before);
  });
  Object.assign(scenario, lesson);
}
