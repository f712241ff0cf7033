/** The page's state: experiment, play head, link and preferences. It knows no React and no browser. */

export { ownValueAt, withValue } from "./changes.ts";
export type {
  PickedElement,
  Playground,
  PlaygroundActions,
  PlaygroundState,
  Presenting,
} from "./contract.ts";
export {
  cleared,
  type DrawnDepth,
  drawnAt,
  emptySheet,
  timeOf,
  withStroke,
} from "./drawn-depth.ts";
export {
  type Experiment,
  isUntouched,
  type Lane,
  laneOf,
  MAX_INTERVENTIONS,
  MAX_LANES,
  openExperiment,
  runSpecOf,
  sharedParamsOf,
  stripsOf,
  valueAt,
} from "./experiment.ts";
export { progressOfJump } from "./jump.ts";
export { MAX_LANE_NAME } from "./lane-name.ts";
export { withStrategy } from "./lanes.ts";
export {
  askedOf,
  drawnLaneOf,
  drawnOf,
  isPredicted,
  type LessonProgress,
  NO_PROGRESS,
  NOTHING_YET,
  progressOf,
  type QuestionProgress,
  showsAtMsOf,
} from "./lesson.ts";
export { writeLink } from "./link.ts";
export { type AddressBar, syncLink } from "./link-sync.ts";
export type { Notice } from "./notice.ts";
export { followAddress, openLink } from "./open-link.ts";
export { type Pacing, ROWS_AT_ONCE } from "./pacing.ts";
export { persistently } from "./persistently.ts";
export { pickedOf } from "./picked.ts";
export { type PauseReason, rowsAt, STOP_KINDS, type StopKind } from "./player.ts";
export { createPlayground, SPEEDS } from "./playground.ts";
export { type Position, START } from "./position.ts";
export {
  PANEL_WIDTHS,
  type PanelPreferences,
  type PreferenceStorage,
  type Preferences,
  readPreferences,
  THEMES,
  type Theme,
  writePreferences,
} from "./preferences.ts";
export { type LinkReading, readLink } from "./read-link.ts";
export { shownValue } from "./shown-value.ts";
