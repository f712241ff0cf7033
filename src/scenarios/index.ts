/** The lessons, one file each. */
export {
  type Catalogue,
  joined,
  loadScenario,
  loadStrategies,
  plainCatalogue,
  scenarioOf,
} from "./catalogue.ts";
export {
  CHOOSER_ANSWERS,
  type ChooserAnswer,
  type ChooserAnswers,
  type ChooserQuestion,
  type ChooserResult,
  chooseStrategy,
  LIBRARIES,
  type Library,
  NEEDS,
  type Need,
} from "./choose-strategy.ts";
export {
  LIBRARY_OPERATORS,
  type LibraryAnswer,
  type LibraryOperator,
} from "./library-operators.ts";
export { linkToScenario } from "./link-to-scenario.ts";
export { LESSON_PLANS, type LessonPlan } from "./plans.ts";
export { AGREES_WITHIN, isAsMany } from "./real-machine/agreement.ts";
export { measurements } from "./real-machine/measured.ts";
export type {
  MeasuredLine,
  MeasuredProgram,
  Measurements,
  Range,
  RecordedHeap,
  RecordedProgram,
} from "./real-machine/measurement.ts";
export {
  entryOf,
  isScenarioId,
  type ScenarioEntry,
  type ScenarioId,
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
export { PLAIN_SHOWS_AT_MS } from "./scenario.ts";
export type { LessonRuns, Sequel, Twin, TwinAnswer, WhyQuestion } from "./sequel.ts";
export { loadSequel } from "./sequels.ts";
export { isStripId, MAX_STRIPS, PLAIN_STRIPS, STRIP_IDS, type StripId } from "./strips.ts";
