/** The lessons, one file each. */
export { isScenarioId, type ScenarioId, scenarioOf, scenarios } from "./registry.ts";
export type { Claim, ClaimRun, Scenario, ScenarioGroup } from "./scenario.ts";
