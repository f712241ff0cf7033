/** The page's state: experiment, play head, link and preferences. It knows no React and no browser. */
export type { Playground, PlaygroundActions, PlaygroundState } from "./contract.ts";
export {
  type Experiment,
  hasOwnSettings,
  type Lane,
  laneOf,
  MAX_INTERVENTIONS,
  MAX_LANES,
  openExperiment,
  runSpecOf,
  sharedParamsOf,
  valueAt,
  withStrategy,
  withValue,
} from "./experiment.ts";
export { writeLink } from "./link.ts";
export { type AddressBar, syncLink } from "./link-sync.ts";
export type { Notice } from "./notice.ts";
export { followAddress, openLink } from "./open-link.ts";
export { persistently } from "./persistently.ts";
export { type PauseReason, rowsAt, STOP_KINDS, type StopKind } from "./player.ts";
export { createPlayground, SPEEDS } from "./playground.ts";
export { type Position, START } from "./position.ts";
export {
  type PreferenceStorage,
  type Preferences,
  readPreferences,
  THEMES,
  type Theme,
  writePreferences,
} from "./preferences.ts";
export { type LinkReading, readLink } from "./read-link.ts";
export { shownValue } from "./shown-value.ts";
