/** The page as views see it: its state, and the actions on it. */
import type { StoreApi } from "zustand/vanilla";
import type { Language } from "../i18n/index.ts";
import type { ParamValue, Values } from "../params/index.ts";
import type { Recording } from "../run/index.ts";
import type { Catalogue, ScenarioId, StripId } from "../scenarios/index.ts";
import type { StrategyId } from "../systems/index.ts";
import type { Experiment } from "./experiment.ts";
import type { LessonProgress, QuestionProgress } from "./lesson.ts";
import type { Notice } from "./notice.ts";
import type { PauseReason, StopKind } from "./player.ts";
import type { Position } from "./position.ts";
import type { PanelPreferences, Preferences, Theme } from "./preferences.ts";
import type { LinkReading } from "./read-link.ts";

/** A value that has been chosen and will take effect shortly: see `shownValue`. */
export interface PendingValue {
  readonly lane: number;
  readonly key: string;
  readonly value: ParamValue;
}

/** How far a run is recorded. */
export interface Recorded {
  /** Up to which time, in ms; -1 before the start. */
  readonly timeMs: number;
  readonly rows: number;
  /** The share of its memory that it has used, from 0 to 1. */
  readonly fullness: number;
  /** Whether it has ended. */
  readonly isOver: boolean;
}

/** A jump that is still being recorded; `progressOfJump` returns how far it has come. */
export interface Reaching {
  readonly timeMs: number;
  /** How far each lane was recorded when the jump began, and how far it is recorded now. */
  readonly from: readonly Recorded[];
  readonly now: readonly Recorded[];
  /** The number of slices since virtual time last advanced. */
  readonly idleSlices: number;
}

/** What an audience sees beside the stage. */
export interface Presenting {
  /** The number of the lesson's card that is shown, from 1; 0 for none. */
  readonly step: number;
  /** Whether that card is put aside so that the strips can be seen. The next card is shown again. */
  readonly aside: boolean;
  /** Whether the screen is blank, so that the audience looks at the lecturer. */
  readonly blank: boolean;
}

/** The element that a person has picked. It is picked in that run only. */
export interface PickedElement {
  readonly lane: number;
  readonly element: number;
  readonly of: Recording;
}

export interface PlaygroundState {
  /** The scenarios and strategies that are loaded: those that the experiment names or has named before. */
  readonly catalogue: Catalogue;
  readonly experiment: Experiment;
  /** One for each lane. A recording grows while it is recorded; the list changes with the experiment. */
  readonly recordings: readonly Recording[];
  /** Where the play head stands; while playing, as it was at most a tenth of a second ago. */
  readonly position: Position;
  readonly playing: boolean;
  /** The jump in progress, while the runs are being recorded up to its target; null otherwise. */
  readonly reaching: Reaching | null;
  readonly paused: PauseReason | null;
  /** Where a slider that is being dragged is ahead of the run. */
  readonly pending: PendingValue | null;
  /** Virtual ms per wall ms. */
  readonly speed: number;
  readonly stops: ReadonlySet<StopKind>;
  readonly notices: readonly Notice[];
  /** How many times the page has retried to load what could not be loaded. */
  readonly attempt: number;
  readonly past: readonly Experiment[];
  readonly future: readonly Experiment[];
  /** The lane whose own settings, code and events the panel shows, by its index. */
  readonly selected: number;
  /** The element that is highlighted everywhere on the page: read it with `pickedOf`. */
  readonly picked: PickedElement | null;
  /** What is presented, while the stage has the screen to itself; null otherwise. */
  readonly presenting: Presenting | null;
  /** The progress in each lesson, by the id of its scenario. */
  readonly lessons: Readonly<Partial<Record<ScenarioId, LessonProgress>>>;
  /** The name of the open dialog, as views define it; null for none. */
  readonly dialog: string | null;
  readonly preferences: Preferences;
}

export interface PlaygroundActions {
  /** Adds what was loaded to the catalogue. */
  addToCatalogue(loaded: Catalogue): void;
  openScenario(scenario: ScenarioId): void;
  /** Opens the experiment of a link, with the play head where the link has it. */
  openLink(reading: LinkReading): void;
  /** Puts another experiment of the same scenario on the page, at its start: one step of undo. */
  tryOut(experiment: Experiment): void;
  setStrategy(lane: number, strategy: StrategyId): void;
  /** Adds a lane to compare, under a strategy that is not shown yet; at most `MAX_LANES`. */
  addLane(): void;
  /** Adds a copy of a lane right after it, and selects the copy. */
  duplicateLane(lane: number): void;
  /** Moves a lane `by` places down; up if `by` is below 0. */
  moveLane(lane: number, by: number): void;
  /** Names a lane, in at most `MAX_LANE_NAME` characters; an empty name removes its name. */
  nameLane(lane: number, name: string): void;
  /** Removes a lane, unless it is the only one. */
  removeLane(lane: number): void;
  /** Selects a lane. */
  selectLane(lane: number): void;
  /** Picks an element of a lane; null unpicks it. */
  pick(picked: { readonly lane: number; readonly element: number } | null): void;
  /** Shows these strips under the picture, at most `MAX_STRIPS`. */
  setStrips(strips: readonly StripId[]): void;
  /**
   * Sets a setting at the play head. Values that belong to one gesture (a slider being dragged) have
   * `gesture` true and make one step for undo; the last has it false. While playing, a gesture changes
   * the run only a few times a second; where it ends always counts.
   */
  setValue(lane: number, key: string, value: ParamValue, gesture?: boolean): void;
  /** Puts a setting back to what the scenario has, from the play head on. */
  resetValue(lane: number, key: string): void;
  setSeed(seed: number): void;
  /** Sets the thresholds of alerts that differ from the defaults; the runs stay as they are. */
  setThresholds(thresholds: Values): void;
  /** Back to the scenario's own settings and seed; every lane keeps its strategy. */
  resetSettings(): void;
  undo(): void;
  redo(): void;
  play(): void;
  pause(): void;
  /** One event forward or back; pauses. */
  stepForward(): void;
  stepBack(): void;
  /** Jumps to a time. What is not recorded yet is recorded first: see `reaching`. */
  seek(timeMs: number): void;
  /** Cancels the jump in progress: the play head stays where the runs are recorded up to. */
  stopReaching(): void;
  /** Back to the start of the same run. */
  reset(): void;
  setSpeed(speed: number): void;
  setStop(kind: StopKind, on: boolean): void;
  dismissNotices(): void;
  /** Reports that a part of the page could not be loaded. */
  partNotLoaded(): void;
  /** Retries to load everything that could not be loaded: parts of the page, a scenario, what a link names. */
  loadAgain(): void;
  /** Changes the panel beside the stage. */
  setPanel(change: Partial<PanelPreferences>): void;
  /** Changes the progress in the lesson of the scenario on the page. */
  setLesson(change: Partial<LessonProgress>): void;
  /** Changes the progress with the question that is being asked. */
  setAsked(change: Partial<QuestionProgress>): void;
  /** Starts or stops presenting the stage. */
  present(on: boolean): void;
  /** Changes what an audience sees. Does nothing unless the page is presenting. */
  setPresenting(change: Partial<Presenting>): void;
  /** Opens a dialog of the page; null closes the open one. */
  openDialog(name: string | null): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
}

export interface Playground {
  readonly store: StoreApi<PlaygroundState>;
  readonly actions: PlaygroundActions;
  /** Where the play head stands now, to the frame. */
  position(): Position;
  /**
   * Calls `step` again and again, a slice at a time, until it returns true, then calls `done`. A call should read about
   * `ROWS_AT_ONCE` rows. Returns a function that cancels it.
   */
  inSlices(step: () => boolean, done: () => void): () => void;
  /** The page's frame loop calls this while `playing`, with the wall ms since the previous frame. */
  frame(wallMs: number): void;
  /** Calls `listener` with every new position as soon as it changes. Returns a function that unsubscribes it. */
  onPosition(listener: (position: Position) => void): () => void;
}
