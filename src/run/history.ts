/**
 * What can be read quickly from a trace: the state at any time (through keyframes), when elements were made, done and
 * lost, the deepest backlog in each bucket of time, and when something first happened. It grows with the trace, in one
 * pass.
 */
import { BreakerState, GAUGES } from "../systems/index.ts";
import { asksToWait, firstWhere, type Trace } from "../trace/index.ts";
import { isHeldForRoom } from "./held.ts";
import { Instants } from "./instants.ts";
import { type LogName, logBytesOf } from "./log-bytes.ts";
import { Replay, type RunCast, type Witness } from "./replay/index.ts";
import type { RunState } from "./run-state.ts";

const BUCKETS = 1200;
/** Keyframes are this many rows apart, or a multiple of it where a state is expensive to copy. */
const KEYFRAME_ROWS = 2048;
/** Bytes that a keyframe takes beyond those that its `weight` counts; measured, and rounded up. */
const KEYFRAME_BYTES = 4096;
const BYTES_PER_WEIGHT = 80;
/** Bytes that an actor for one element takes in the head and in two cursors; measured, and rounded up. */
const BYTES_PER_SENDER = 700;

/** The number of row kinds that a row has room for. */
const KINDS = 32;

const BREAKER_STATE = GAUGES.breaker.indexOf("state");

/** When something first happened, in ms; null if it has not happened. */
export interface Marks {
  readonly firstLossMs: number | null;
  /**
   * When pressure first reached the producing side: an actor was held before a buffer, was told to wait, or emitted an
   * element that nobody had requested.
   */
  readonly firstPressureMs: number | null;
  /** When a circuit breaker opened. */
  readonly firstTripMs: number | null;
}

/** Something that grows with a history: it is called before and after each row, and receives the row's meaning. */
export interface Follower {
  readonly witness: Witness;
  beforeRow?(timeMs: number, row: number): void;
  afterRow?(state: RunState): void;
}

export class History {
  /** The width of a bucket, in ms. */
  readonly bucketMs: number;
  readonly made: Instants = new Instants();
  readonly done: Instants = new Instants();
  /** Elements that will never be done. */
  readonly lost: Instants = new Instants();
  /** Places in all buffers together at the end of each bucket. */
  private readonly capacities = new Float64Array(BUCKETS);
  /** The most elements that waited in buffers, by bucket. */
  private readonly depths = new Float64Array(BUCKETS);
  /** The number of buckets that a later row has closed. */
  private closedBuckets = 0;

  readonly trace: Trace;
  private readonly durationMs: number;
  /** The state after all rows read so far; further rows change it. */
  readonly head: Replay;
  /** The logs that grow with it; `follow.ts` adds to them. */
  readonly followers: Follower[] = [];
  /** Two cursors, because the picture alternates between now and a moment ago. */
  private readonly cursors: readonly Replay[];
  private readonly keyframes: Replay[] = [];
  private keyframeBytes = 0;
  private readonly firsts: { -readonly [K in keyof Marks]: Marks[K] } = {
    firstLossMs: null,
    firstPressureMs: null,
    firstTripMs: null,
  };
  private deepest = 0;
  private deepestEver = 0;

  readonly cast: RunCast;
  private readonly hasRoomFor: (bytes: number) => boolean;
  /** The number of rows of each kind. */
  private readonly rowsOfKind = new Int32Array(KINDS);

  /** `hasRoomFor` returns whether a keyframe of so many bytes may be kept. */
  constructor(
    trace: Trace,
    durationMs: number,
    cast: RunCast,
    hasRoomFor: (bytes: number) => boolean = () => true,
  ) {
    const { stations } = cast.topology;
    const { firsts, made, done, lost } = this;
    this.trace = trace;
    this.cast = cast;
    this.hasRoomFor = hasRoomFor;
    this.durationMs = durationMs;
    this.bucketMs = durationMs / BUCKETS;
    this.head = new Replay(trace, cast, {
      made(_element, timeMs) {
        made.add(timeMs);
      },
      done(_element, timeMs, weight) {
        done.add(timeMs, weight);
      },
      lost(_element, timeMs, weight) {
        lost.add(timeMs, weight);
        firsts.firstLossMs ??= timeMs;
      },
      held: (station, _element, timeMs) => {
        // Waiting for a permit or a thread is not waiting for room.
        if (isHeldForRoom(stations[station])) firsts.firstPressureMs ??= timeMs;
      },
      signalled(_connection, signal, timeMs) {
        if (asksToWait(signal)) firsts.firstPressureMs ??= timeMs;
      },
      unrequested(timeMs) {
        firsts.firstPressureMs ??= timeMs;
      },
      gauge: (station, gauge, value, timeMs) => {
        const isState = stations[station]?.kind === "breaker" && gauge === BREAKER_STATE;
        if (isState && value === BreakerState.OPEN) firsts.firstTripMs ??= timeMs;
      },
    });
    this.cursors = [this.head.copy(), this.head.copy()];
    this.keyframes.push(this.head.copy());
  }

  /** The most that has waited in buffers so far. */
  get deepestWaiting(): number {
    return this.deepestEver;
  }

  get marks(): Marks {
    return this.firsts;
  }

  /** Bytes that it keeps in addition to the trace; those of keyframes and actors are estimated. */
  get byteLength(): number {
    const contents = this.head.stations.map((station) => station.contents);
    const logs = [this.made, this.done, this.lost, ...contents];
    const states = this.keyframeBytes + BYTES_PER_SENDER * this.head.senderCount;
    return logs.reduce((sum, { byteLength }) => sum + byteLength, states);
  }

  /** Bytes that the late logs of this run take at most, whether or not anybody has had them written. */
  get logBytes(): number {
    return Object.values(this.bytesOfLogs).reduce((sum, bytes) => sum + bytes);
  }

  /** `logBytes`, by the name of the log. */
  get bytesOfLogs(): Readonly<Record<LogName, number>> {
    const { head, rowsOfKind, trace } = this;
    const timeMs = head.rows > 0 ? trace.timeAt(head.rows - 1) : 0;
    return logBytesOf(head, (kind) => rowsOfKind[kind] as number, timeMs);
  }

  /** Reads the rows that were added to the trace since. Returns the state after them; further rows change it. */
  extend(): RunState {
    const { trace, head, followers } = this;
    while (head.rows < trace.length) {
      const timeMs = trace.timeAt(head.rows);
      // Multiplied before it is divided, so that only the quotient is rounded: whole ms fall into the right bucket.
      const bucket = Math.min(BUCKETS - 1, Math.floor((timeMs * BUCKETS) / this.durationMs));
      while (this.closedBuckets < bucket) this.closeBucket();
      (this.rowsOfKind[trace.kindAt(head.rows)] as number)++;
      for (const follower of followers) follower.beforeRow?.(timeMs, head.rows);
      head.advanceTo(head.rows + 1);
      for (const follower of followers) follower.afterRow?.(head);
      this.deepest = Math.max(this.deepest, head.waiting);
      this.deepestEver = Math.max(this.deepestEver, this.deepest);
      if (head.rows % KEYFRAME_ROWS === 0) this.keepKeyframe();
    }
    return head;
  }

  /** The number of rows at or before `timeMs`. */
  rowsUntil(timeMs: number): number {
    return this.trace.rowsUntil(timeMs);
  }

  /** The state after everything at or before `timeMs`. */
  stateAt(timeMs: number): RunState {
    return this.stateAtRow(this.trace.rowsUntil(timeMs));
  }

  /** The state after the first `rows` rows. */
  stateAtRow(rows: number): RunState {
    return this.replayAtRow(rows).state();
  }

  /**
   * The state after the first `rows` rows, without the cost of a copy: a cursor that the next call of any of these
   * functions moves. For reading one number at many rows.
   */
  cursorAtRow(rows: number): RunState {
    return this.replayAtRow(rows);
  }

  /** The most elements that waited in a bucket; for one that no row has closed yet, the most so far. */
  depthMaxAt(bucket: number): number {
    if (bucket < this.closedBuckets) return this.depths[bucket] as number;
    return bucket === this.closedBuckets ? this.deepest : this.head.waiting;
  }

  /** Places in all buffers together at the end of a bucket; Infinity if one has no bound. */
  capacityAt(bucket: number): number {
    return bucket >= 0 && bucket < this.closedBuckets
      ? (this.capacities[bucket] as number)
      : capacityOf(this.head);
  }

  private replayAtRow(rows: number): Replay {
    const wanted = Math.max(0, Math.min(rows, this.trace.length));
    const keyframe = this.keyframeBefore(wanted);
    const cursor = this.nearestCursor(wanted);
    // Advancing the cursor is cheaper, unless a keyframe lies between it and the row.
    if (cursor.rows > wanted || keyframe.rows > cursor.rows) cursor.become(keyframe);
    cursor.advanceTo(wanted);
    return cursor;
  }

  private closeBucket(): void {
    this.capacities[this.closedBuckets] = capacityOf(this.head);
    this.depths[this.closedBuckets++] = this.deepest;
    this.deepest = this.head.waiting;
  }

  /** The cursor that is nearest before the row; if both are beyond it, the one that is further beyond. */
  private nearestCursor(rows: number): Replay {
    const [one, other] = this.cursors as [Replay, Replay];
    const [behind, ahead] = one.rows <= other.rows ? [one, other] : [other, one];
    return ahead.rows <= rows || behind.rows > rows ? ahead : behind;
  }

  /**
   * Keeps at least as many rows between two keyframes as a state has elements to copy, so that the memory of all
   * keyframes together grows with the trace alone.
   */
  private keepKeyframe(): void {
    const { head, keyframes } = this;
    const last = keyframes.at(-1)?.rows ?? 0;
    if (head.rows - last < head.weight) return;
    const bytes = KEYFRAME_BYTES + BYTES_PER_WEIGHT * head.weight;
    if (!this.hasRoomFor(bytes)) return;
    keyframes.push(head.copy());
    this.keyframeBytes += bytes;
  }

  /** The last keyframe at or before a row. */
  private keyframeBefore(rows: number): Replay {
    const { keyframes } = this;
    const after = firstWhere(keyframes.length, (place) => (keyframes[place] as Replay).rows > rows);
    return keyframes[Math.max(0, after - 1)] as Replay;
  }
}

/** Places in all buffers of a state together; Infinity if one has no bound. */
export function capacityOf({ stations }: Pick<RunState, "stations">): number {
  let sum = 0;
  for (const { station, capacity } of stations) if (station.kind === "buffer") sum += capacity;
  return sum;
}
