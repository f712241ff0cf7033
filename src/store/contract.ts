/** What views see of the page, and what they can do with it. */
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

/** A value that is chosen, and takes effect in a moment: see `shownValue`. */
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
  /** The share of its memory that is taken. */
  readonly fullness: number;
  /** Whether it has ended. */
  readonly isOver: boolean;
}

/** A jump that takes a while: read how far it has come with `progressOfJump`. */
export interface Reaching {
  readonly timeMs: number;
  /** How far each lane was recorded when it began, and is now. */
  readonly from: readonly Recorded[];
  readonly now: readonly Recorded[];
  /** Slices since virtual time has moved on. */
  readonly idleSlices: number;
}

/** What an audience sees beside the stage. */
export interface Presenting {
  /** Which card of the lesson lies over the stage, from 1; 0 for none. */
  readonly step: number;
  /** Whether that card is put aside, so that the strips are seen; the next one comes all the same. */
  readonly aside: boolean;
  /** Whether the screen is blank, so that the audience looks at the lecturer. */
  readonly blank: boolean;
}

/** An element that somebody has picked; it is picked in that run only. */
export interface PickedElement {
  readonly lane: number;
  readonly element: number;
  readonly of: Recording;
}

export interface PlaygroundState {
  /** What is loaded of scenarios and strategies: all that the experiment names, and any that it has named before. */
  readonly catalogue: Catalogue;
  readonly experiment: Experiment;
  /** One a lane. What a recording holds grows; which recordings there are changes with the experiment. */
  readonly recordings: readonly Recording[];
  /** Where the play head stands; while playing, as it was at most a tenth of a second ago. */
  readonly position: Position;
  readonly playing: boolean;
  /** Where the play head is going while the runs are recorded as far as that; null while it stands or plays. */
  readonly reaching: Reaching | null;
  readonly paused: PauseReason | null;
  /** Where a slider that is being dragged is ahead of the run. */
  readonly pending: PendingValue | null;
  /** Virtual ms per wall ms. */
  readonly speed: number;
  readonly stops: ReadonlySet<StopKind>;
  readonly notices: readonly Notice[];
  /** How often what could not be loaded was asked for again. */
  readonly attempt: number;
  readonly past: readonly Experiment[];
  readonly future: readonly Experiment[];
  /** The lane whose own settings, code and events the panel shows, by its index. */
  readonly selected: number;
  /** The element that is lit wherever it is seen: read it with `pickedOf`. */
  readonly picked: PickedElement | null;
  /** How the stage is presented while it has the screen for itself; null while it has not. */
  readonly presenting: Presenting | null;
  /** How far somebody has come in each lesson, by the id of the scenario. */
  readonly lessons: Readonly<Partial<Record<ScenarioId, LessonProgress>>>;
  /** Which dialog of the page is open, by the name that the views give it. */
  readonly dialog: string | null;
  readonly preferences: Preferences;
}

export interface PlaygroundActions {
  /** Takes in what was loaded. */
  addToCatalogue(loaded: Catalogue): void;
  openScenario(scenario: ScenarioId): void;
  /** Takes over what a link says; the play head goes where the link has it. */
  openLink(reading: LinkReading): void;
  /** Puts another experiment of the same scenario on the page, at its start: one step of undo. */
  tryOut(experiment: Experiment): void;
  setStrategy(lane: number, strategy: StrategyId): void;
  /** Adds a lane to compare, under a strategy that is not shown yet; at most `MAX_LANES`. */
  addLane(): void;
  /** Adds the same lane once more behind it, and selects it. */
  duplicateLane(lane: number): void;
  /** Moves a lane `by` places down; up if `by` is below 0. */
  moveLane(lane: number, by: number): void;
  /** Calls a lane otherwise, in at most `MAX_LANE_NAME` characters; nothing takes its name away. */
  nameLane(lane: number, name: string): void;
  /** Takes a lane away; the last one stays. */
  removeLane(lane: number): void;
  /** Selects a lane. */
  selectLane(lane: number): void;
  /** Picks an element of a lane, or lets the one that is picked go. */
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
  /** Gives up a jump that takes a while: the play head stays as far as the runs are recorded. */
  stopReaching(): void;
  /** Back to the start of the same run. */
  reset(): void;
  setSpeed(speed: number): void;
  setStop(kind: StopKind, on: boolean): void;
  dismissNotices(): void;
  /** Tells that a part of the page could not be loaded. */
  partNotLoaded(): void;
  /** Asks again for all that could not be loaded: parts, a scenario, what a link names. */
  loadAgain(): void;
  /** Changes the panel beside the stage. */
  setPanel(change: Partial<PanelPreferences>): void;
  /** Goes on in the lesson of the scenario on the page. */
  setLesson(change: Partial<LessonProgress>): void;
  /** Changes how far somebody has come with the question that is asked now. */
  setAsked(change: Partial<QuestionProgress>): void;
  /** Gives the screen to the stage, or takes it back. */
  present(on: boolean): void;
  /** Changes what an audience sees; without effect while nothing is presented. */
  setPresenting(change: Partial<Presenting>): void;
  /** Opens a dialog of the page, or shuts the one that is open. */
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
   * Takes `step` after `step`, a slice at a time, until one returns true, then calls `done`. Returns how to stop it. A
   * step reads some `ROWS_AT_ONCE` rows.
   */
  inSlices(step: () => boolean, done: () => void): () => void;
  /** Called by the frame loop of the page while `playing`, with the ms since the frame before. */
  frame(wallMs: number): void;
  /** Tells `listener` of every new position at once; returns how to stop that. */
  onPosition(listener: (position: Position) => void): () => void;
}
