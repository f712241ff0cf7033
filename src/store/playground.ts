/**
 * The state of the page. A factory, so that every test has a page of its own; React sees it through one
 * hook in views. Traces stay in their recordings; what changes every frame goes to frame listeners, and
 * to the state only ten times a second.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Language } from "../i18n/index.ts";
import type { ParamValue } from "../params/index.ts";
import { MAX_SEED, Recording, rowsAfterNext, rowsBeforeLast } from "../run/index.ts";
import type { ScenarioId } from "../scenarios/index.ts";
import type { StrategyId } from "../strategies/index.ts";
import {
  type Experiment,
  openExperiment,
  runSpecOf,
  withStrategy,
  withValue,
} from "./experiment.ts";
import { type Position, START } from "./link.ts";
import type { Notice } from "./notice.ts";
import {
  advance,
  lastMsOf,
  type PauseReason,
  recordUntil,
  roundTime,
  type StopKind,
  validPosition,
} from "./player.ts";
import type { Preferences, Theme } from "./preferences.ts";
import type { LinkReading } from "./read-link.ts";

export const SPEEDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 25, 100] as const;

export interface PlaygroundState {
  readonly experiment: Experiment;
  /** One a lane. What a recording holds grows; which recordings there are changes with the experiment. */
  readonly recordings: readonly Recording[];
  /** Where the play head stands; while playing, as it was at most a tenth of a second ago. */
  readonly position: Position;
  readonly playing: boolean;
  readonly paused: PauseReason | null;
  /** Virtual ms per wall ms. */
  readonly speed: number;
  readonly stops: ReadonlySet<StopKind>;
  readonly notices: readonly Notice[];
  readonly past: readonly Experiment[];
  readonly future: readonly Experiment[];
  readonly preferences: Preferences;
}

export interface PlaygroundActions {
  openScenario(scenario: ScenarioId): void;
  /** Takes over what a link says; the play head goes where the link has it. */
  openLink(reading: LinkReading): void;
  setStrategy(lane: number, strategy: StrategyId): void;
  /**
   * Sets a setting at the play head. Values that belong to one gesture (a slider being dragged) have
   * `gesture` true and make one step for undo; the last has it false.
   */
  setValue(lane: number, key: string, value: ParamValue, gesture?: boolean): void;
  setSeed(seed: number): void;
  undo(): void;
  redo(): void;
  play(): void;
  pause(): void;
  /** One event forward or back; pauses. */
  stepForward(): void;
  stepBack(): void;
  seek(timeMs: number): void;
  /** Back to the start of the same run. */
  reset(): void;
  setSpeed(speed: number): void;
  setStop(kind: StopKind, on: boolean): void;
  dismissNotices(): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
}

export interface Playground {
  readonly store: StoreApi<PlaygroundState>;
  readonly actions: PlaygroundActions;
  /** Where the play head stands now, to the frame. */
  position(): Position;
  /** Called by the frame loop of the page while `playing`, with the ms since the frame before. */
  frame(wallMs: number): void;
  /** Tells `listener` of every new position at once; returns how to stop that. */
  onPosition(listener: (position: Position) => void): () => void;
}

const PUBLISH_EVERY_MS = 100;
const MAX_UNDO = 100;

/** A page with its first experiment open and standing at its start. */
export function createPlayground(preferences: Preferences, opened: LinkReading): Playground {
  const store = createStore<PlaygroundState>(() => ({
    experiment: opened.experiment,
    recordings: [],
    position: START,
    playing: false,
    paused: null,
    speed: 1,
    stops: new Set<StopKind>(),
    notices: opened.notices,
    past: [],
    future: [],
    preferences,
  }));
  const listeners = new Set<(position: Position) => void>();
  let position = START;
  let sincePublishedMs = 0;
  let inGesture = false;
  /** Stops at or before this time have been made, or are of no interest: the run is played from here. */
  let passedMs = -1;

  function moveTo(next: Position, change: Partial<PlaygroundState> = {}): void {
    position = next;
    sincePublishedMs = 0;
    store.setState({ ...change, position: next });
    for (const listener of listeners) listener(next);
  }

  /** Makes `experiment` the one on the page, and records it as far as the play head. */
  function show(experiment: Experiment, at: Position, change: Partial<PlaygroundState> = {}): void {
    const before = store.getState().recordings;
    const recordings = experiment.lanes.map((lane, index) => {
      const spec = runSpecOf(experiment, lane);
      const old = before[index];
      return old?.continueWith(spec) === true ? old : new Recording(spec);
    });
    recordUntil(recordings, at.timeMs);
    moveTo(validPosition(recordings, at), { ...change, experiment, recordings });
  }

  /** Shows a changed experiment; undo leads back to the one before. */
  function change(experiment: Experiment, at: Position, remember: boolean): void {
    const { experiment: before, past } = store.getState();
    if (experiment === before) return;
    const undo = remember ? { past: [...past, before].slice(-MAX_UNDO), future: [] } : {};
    show(experiment, at, { ...undo, paused: null });
  }

  /** Here, with all of the instant. */
  const here = (): Position => ({ timeMs: position.timeMs, rows: null });

  function pauseAt(next: Position): void {
    moveTo(next, { playing: false, paused: null });
  }

  /** The first lane leads where events are counted one by one. */
  function stepBy(rowsFrom: (trace: Recording["trace"], rows: number) => number): void {
    const recording = store.getState().recordings[0];
    if (recording === undefined) return;
    const { trace } = recording;
    const rows = position.rows ?? trace.rowsUntil(position.timeMs);
    for (let ahead = 1; rows >= trace.length && recording.end === null; ahead *= 2) {
      recording.advanceTo(position.timeMs + ahead);
    }
    const next = rowsFrom(trace, rows);
    if (next === rows) {
      pauseAt(position);
      return;
    }
    const timeMs = next === 0 ? 0 : trace.timeAt(next - 1);
    recordUntil(store.getState().recordings, timeMs);
    pauseAt({ timeMs, rows: next === trace.rowsUntil(timeMs) ? null : next });
  }

  const actions: PlaygroundActions = {
    openScenario(scenario) {
      if (scenario === store.getState().experiment.scenario) return;
      const { past, experiment } = store.getState();
      inGesture = false;
      show(openExperiment(scenario), START, {
        past: [...past, experiment].slice(-MAX_UNDO),
        future: [],
        notices: [],
        playing: false,
        paused: null,
      });
    },
    openLink(reading) {
      inGesture = false;
      show(reading.experiment, reading.position, {
        notices: reading.notices,
        playing: false,
        paused: null,
        past: [],
        future: [],
      });
    },
    setStrategy(lane, strategy) {
      change(withStrategy(store.getState().experiment, lane, strategy), here(), true);
    },
    setValue(lane, key, value, gesture = false) {
      const { experiment } = store.getState();
      const next = withValue(experiment, lane, key, value, position.timeMs);
      change(next, here(), !inGesture);
      inGesture = gesture;
    },
    setSeed(seed) {
      const whole = Math.min(MAX_SEED, Math.max(0, Math.round(seed)));
      if (Number.isNaN(whole)) return;
      change({ ...store.getState().experiment, seed: whole }, here(), true);
    },
    undo() {
      const { past, future, experiment } = store.getState();
      const before = past.at(-1);
      if (before === undefined) return;
      inGesture = false;
      show(before, here(), {
        past: past.slice(0, -1),
        future: [experiment, ...future],
        paused: null,
      });
    },
    redo() {
      const { past, future, experiment } = store.getState();
      const [next, ...later] = future;
      if (next === undefined) return;
      inGesture = false;
      show(next, here(), { past: [...past, experiment], future: later, paused: null });
    },
    play() {
      const { recordings, paused } = store.getState();
      const ended = recordings.every((r) => r.end !== null && position.timeMs >= r.end.atMs);
      const from = ended ? START : here();
      // At 0 it may have to stop at once, but not again when it has stopped there.
      passedMs = from.timeMs === 0 && (ended || paused === null) ? -1 : from.timeMs;
      moveTo(from, { playing: true, paused: null });
    },
    pause() {
      // Between two whole ms nothing happens: the earlier one looks the same and reads better.
      pauseAt({ ...position, timeMs: Math.floor(position.timeMs) });
    },
    stepForward() {
      stepBy(rowsAfterNext);
    },
    stepBack() {
      stepBy(rowsBeforeLast);
    },
    seek(timeMs) {
      if (Number.isNaN(timeMs)) return;
      const { recordings } = store.getState();
      const wanted = Math.max(0, roundTime(timeMs));
      recordUntil(recordings, wanted);
      passedMs = wanted === 0 ? -1 : wanted;
      moveTo({ timeMs: Math.min(wanted, lastMsOf(recordings)), rows: null }, { paused: null });
    },
    reset() {
      pauseAt(START);
    },
    setSpeed(speed) {
      if (!Number.isNaN(speed)) store.setState({ speed: Math.min(100, Math.max(0.05, speed)) });
    },
    setStop(kind, on) {
      const stops = new Set(store.getState().stops);
      if (on) stops.add(kind);
      else stops.delete(kind);
      store.setState({ stops });
    },
    dismissNotices() {
      store.setState({ notices: [] });
    },
    setLanguage(language) {
      store.setState(({ preferences: old }) => ({ preferences: { ...old, language } }));
    },
    setTheme(theme) {
      store.setState(({ preferences: old }) => ({ preferences: { ...old, theme } }));
    },
  };

  show(opened.experiment, opened.position);

  return {
    store,
    actions,
    position: () => position,
    frame(wallMs) {
      const { recordings, speed, stops, playing } = store.getState();
      if (!playing) return;
      const next = advance(recordings, position.timeMs, wallMs, speed, stops, passedMs);
      passedMs = next.position.timeMs;
      if (next.paused !== null) {
        moveTo(next.position, { playing: false, paused: next.paused });
        return;
      }
      position = next.position;
      sincePublishedMs += wallMs;
      if (sincePublishedMs >= PUBLISH_EVERY_MS) moveTo(position);
      else for (const listener of listeners) listener(position);
    },
    onPosition(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
