/** The lessons, one file each. */
export {
  entryOf,
  isScenarioId,
  isScenarioLoaded,
  loadScenario,
  type ScenarioEntry,
  type ScenarioId,
  scenarioOf,
  scenarios,
} from "./registry.ts";
export type {
  Answer,
  Claim,
  ClaimRun,
  Counts,
  Finding,
  NextStep,
  OutputLine,
  Reality,
  Scenario,
  ScenarioGroup,
} from "./scenario.ts";
