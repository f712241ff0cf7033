/**
 * What stands on the page: an experiment, its recordings and the place of the play head. Traces stay in
 * their recordings; what changes every frame goes to frame listeners, and to the state only ten times a
 * second.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { Recording, type RunSpec } from "../run/index.ts";
import type { PlaygroundState } from "./contract.ts";
import { type Experiment, runSpecOf } from "./experiment.ts";
import { recordUntil, type StopKind, validPosition } from "./player.ts";
import { type Position, START } from "./position.ts";
import type { Preferences } from "./preferences.ts";

const PUBLISH_EVERY_MS = 100;

export class Page {
  readonly store: StoreApi<PlaygroundState>;
  private readonly listeners = new Set<(position: Position) => void>();
  private at = START;
  private sincePublishedMs = 0;

  constructor(experiment: Experiment, preferences: Preferences) {
    this.store = createStore<PlaygroundState>(() => ({
      experiment,
      recordings: [],
      position: START,
      playing: false,
      paused: null,
      pending: null,
      speed: 1,
      stops: new Set<StopKind>(),
      notices: [],
      attempt: 0,
      past: [],
      future: [],
      drawer: null,
      preferences,
    }));
  }

  get state(): PlaygroundState {
    return this.store.getState();
  }

  /** Where the play head stands, to the frame. */
  get position(): Position {
    return this.at;
  }

  /** The same, with all of the instant. */
  get here(): Position {
    return { timeMs: this.at.timeMs, rows: null };
  }

  /** Puts the play head somewhere else, and tells everybody. */
  moveTo(next: Position, change: Partial<PlaygroundState> = {}): void {
    this.at = next;
    this.sincePublishedMs = 0;
    this.store.setState({ ...change, position: next });
    this.tell();
  }

  /** Moves the play head on by one frame of `wallMs`. */
  moveOn(next: Position, wallMs: number): void {
    this.sincePublishedMs += wallMs;
    if (this.sincePublishedMs >= PUBLISH_EVERY_MS) {
      this.moveTo(next);
    } else {
      this.at = next;
      this.tell();
    }
  }

  /** Makes `experiment` the one on the page, and records it as far as the play head. */
  show(experiment: Experiment, at: Position, change: Partial<PlaygroundState> = {}): void {
    const before = this.state.recordings;
    const recordings = experiment.lanes.map((lane, index) => {
      const spec = runSpecOf(experiment, lane);
      const old = before[index];
      if (old !== undefined && (sameSpec(old.spec, spec) || old.continueWith(spec))) return old;
      return new Recording(spec);
    });
    recordUntil(recordings, at.timeMs);
    this.moveTo(validPosition(recordings, at), { ...change, experiment, recordings });
  }

  /** Tells `listener` of every new position at once; returns how to stop that. */
  onPosition(listener: (position: Position) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.at);
  }
}

/** A run that stays as it is, whatever else has changed on the page, is not recorded anew. */
function sameSpec(one: RunSpec, other: RunSpec): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
