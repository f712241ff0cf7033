/**
 * The content of the page: an experiment, its recordings and the position of the play head. Traces stay in their
 * recordings. The position goes to listeners every frame, but to the state only five times a second.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { Recording, type RunSpec } from "../run/index.ts";
import { type Catalogue, joined } from "../scenarios/index.ts";
import type { PlaygroundState, Recorded } from "./contract.ts";
import { type Experiment, runSpecOf } from "./experiment.ts";
import { askedOf, showsAtMsOf, withAsked } from "./lesson.ts";
import { bytesOfLane, type Pacing, recordedMsOf, recordSlice } from "./pacing.ts";
import { type StopKind, validPosition } from "./player.ts";
import { type Position, START } from "./position.ts";
import { type Preferences, withSeen } from "./preferences.ts";

/** The ms between two writings of the numbers while playing: often enough to follow, seldom enough to read. */
const PUBLISH_EVERY_MS = 200;

export class Page {
  readonly store: StoreApi<PlaygroundState>;
  readonly pacing: Pacing;
  private readonly listeners = new Set<(position: Position) => void>();
  private at = START;
  private sincePublishedMs = 0;
  /** The number of the newest jump. A jump that finds another number here after waiting has been overtaken, and stops. */
  private jumps = 0;

  constructor(
    { catalogue, experiment }: Pick<PlaygroundState, "catalogue" | "experiment">,
    preferences: Preferences,
    pacing: Pacing,
  ) {
    this.pacing = pacing;
    this.store = createStore<PlaygroundState>(() => ({
      catalogue,
      experiment,
      recordings: [],
      position: START,
      playing: false,
      reaching: null,
      paused: null,
      pending: null,
      speed: 1,
      stops: new Set<StopKind>(),
      notices: [],
      attempt: 0,
      past: [],
      future: [],
      selected: 0,
      picked: null,
      presenting: null,
      lessons: {},
      dialog: null,
      preferences: withSeen(preferences, experiment.scenario),
    }));
  }

  get state(): PlaygroundState {
    return this.store.getState();
  }

  /** The position of the play head, exact to the frame. */
  get position(): Position {
    return this.at;
  }

  /** The same position, with all events of its instant. */
  get here(): Position {
    return { timeMs: this.at.timeMs, rows: null };
  }

  /** Adds what was loaded to the catalogue; nothing is removed. */
  addToCatalogue(loaded: Catalogue): void {
    this.store.setState(({ catalogue }) => ({ catalogue: joined(catalogue, loaded) }));
  }

  /** Moves the play head and notifies every listener. Cancels the jump in progress. */
  moveTo(next: Position, change: Partial<PlaygroundState> = {}): void {
    this.jumps++;
    this.put(next, { ...change, reaching: null });
  }

  private put(next: Position, change: Partial<PlaygroundState>): void {
    this.at = next;
    this.sincePublishedMs = 0;
    this.store.setState({ ...change, position: next });
    this.markReached();
    this.tell();
  }

  /** Notes that the play head has reached the time at which the answer of the lesson shows. */
  private markReached(): void {
    const atMs = showsAtMsOf(this.state);
    if (atMs === null || this.at.timeMs < atMs || askedOf(this.state).reached) return;
    this.store.setState({ lessons: withAsked(this.state, { reached: true }) });
  }

  /** Moves the play head on by one frame of `wallMs`. */
  moveOn(next: Position, wallMs: number): void {
    this.sincePublishedMs += wallMs;
    // In the frame nearest to its due time, because the frames of a screen are never exact.
    if (this.sincePublishedMs + wallMs / 2 >= PUBLISH_EVERY_MS) {
      this.moveTo(next);
    } else {
      this.at = next;
      this.tell();
    }
  }

  /**
   * Puts `experiment` on the page and records it up to `at`, where the play head will stand. Calls `arrived` when it
   * does.
   */
  show(
    experiment: Experiment,
    at: Position,
    change: Partial<PlaygroundState> = {},
    arrived: () => void = () => undefined,
  ): void {
    const { catalogue, recordings: before } = this.state;
    const bytes = bytesOfLane(experiment.lanes.length);
    // A lane that has moved keeps its recording; two lanes never share one.
    const free = new Set(before);
    const recordings = experiment.lanes.map((lane, index) => {
      const spec = runSpecOf(experiment, lane);
      const own = before[index];
      const candidates = own === undefined ? before : [own, ...before];
      const old =
        candidates.find((other) => free.has(other) && sameSpec(other.spec, spec)) ??
        (own !== undefined && free.has(own) && own.continueWith(spec) ? own : undefined);
      if (old !== undefined) free.delete(old);
      return old?.fitInto(bytes) ? old : new Recording(catalogue, spec, bytes);
    });
    const selected = Math.min(change.selected ?? this.state.selected, recordings.length - 1);
    const preferences = withSeen(this.state.preferences, experiment.scenario);
    const next = { ...change, experiment, recordings, selected, preferences };
    this.reach(recordings, at, next, arrived);
  }

  /**
   * Records `recordings` up to `at` and moves the play head there. If that takes more than a slice, it continues in the
   * background (`reaching`), and meanwhile the head stands where everything is recorded. `change` is made at once.
   */
  reach(
    recordings: readonly Recording[],
    at: Position,
    change: Partial<PlaygroundState> = {},
    arrived: () => void = () => undefined,
  ): void {
    const jump = ++this.jumps;
    const from = recordings.map(recorded);
    let idleSlices = 0;
    let beforeMs = -1;
    const goOn = (first: Partial<PlaygroundState>, isFirst: boolean) => {
      if (jump !== this.jumps) return;
      if (recordSlice(recordings, at.timeMs, this.pacing)) {
        this.put(validPosition(recordings, at), { ...first, reaching: null });
        arrived();
        return;
      }
      const recordedMs = recordedMsOf(recordings);
      idleSlices = recordedMs === beforeMs ? idleSlices + 1 : 0;
      beforeMs = recordedMs;
      const { timeMs } = at;
      const reaching = { timeMs, from, now: recordings.map(recorded), idleSlices };
      if (isFirst) this.put(meanwhile(this.position, recordedMs), { ...first, reaching });
      else this.store.setState({ reaching });
      this.pacing.later(() => goOn({}, false));
    };
    goOn(change, true);
  }

  /** Cancels the jump in progress. */
  stopReaching(): void {
    if (this.state.reaching === null) return;
    this.moveTo(meanwhile(this.position, recordedMsOf(this.state.recordings)));
  }

  /** Calls `listener` with every new position as soon as it changes. Returns a function that unsubscribes it. */
  onPosition(listener: (position: Position) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.at);
  }
}

/** Reuses the recording of a run that has not changed. */
function sameSpec(one: RunSpec, other: RunSpec): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function recorded({ recordedMs, trace, fullness, end }: Recording): Recorded {
  return { timeMs: recordedMs, rows: trace.length, fullness, isOver: end !== null };
}

/** The position of the play head during a jump: where it was, or the last recorded time if that is earlier. */
function meanwhile({ timeMs }: Position, recordedMs: number): Position {
  return { timeMs: Math.min(timeMs, recordedMs), rows: null };
}
