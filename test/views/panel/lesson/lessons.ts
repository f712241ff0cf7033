/** Catalogues in which a scenario has another lesson. */
import {
  type Catalogue,
  type Scenario,
  type ScenarioId,
  scenarioOf,
} from "../../../../src/scenarios/index.ts";
import { catalogue } from "../../../support/everything.ts";

type Lesson = Partial<Pick<Scenario, "answers" | "reality" | "next">>;

/** A catalogue in which a scenario has another lesson. */
export function taught(id: ScenarioId, lesson: Lesson, among: Catalogue = catalogue): Catalogue {
  const scenario = { ...scenarioOf(among, id), ...lesson };
  return { ...among, scenarios: new Map([...among.scenarios, [id, scenario]]) };
}
