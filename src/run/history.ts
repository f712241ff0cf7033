/**
 * What can be asked of a trace quickly: the state at any time (keyframes), totals by bucket of time (for
 * charts) and the first time that something happened. All of it grows with the trace, in one pass.
 */

import { AT_GATE, BreakerState, Fact } from "../systems/index.ts";
import { type Trace, TraceKind } from "../trace/index.ts";
import { EventTally } from "./event-tally.ts";
import { type RunCast, type RunState, StateMachine } from "./state.ts";

const BUCKETS = 1200;
/** Keyframes lie at multiples of it: at each, or further apart where a state is a lot to copy. */
const KEYFRAME_ROWS = 2048;

/** The first time of each, in ms; null if it has not happened. */
export interface Marks {
  readonly firstDropMs: number | null;
  readonly firstSuspensionMs: number | null;
  /** When a circuit breaker opened. */
  readonly firstTripMs: number | null;
}

export class History {
  /** Width of a bucket in ms. */
  readonly bucketMs: number;
  readonly produced: EventTally = new EventTally(BUCKETS);
  readonly done: EventTally = new EventTally(BUCKETS);
  /** Elements that were lost: dropped, failed, or turned away. */
  readonly dropped: EventTally = new EventTally(BUCKETS);
  /** The capacity of the buffer by the end of each bucket. */
  private readonly capacities = new Float64Array(BUCKETS);
  /** The deepest that the buffer was in each bucket. */
  private readonly depths = new Float64Array(BUCKETS);
  /** How many buckets are closed by a later row. */
  private closedBuckets = 0;

  private readonly trace: Trace;
  private readonly durationMs: number;
  private readonly head: StateMachine;
  /** Two, because the picture asks by turns for now and for a moment ago. */
  private readonly cursors: readonly StateMachine[];
  private readonly keyframes: StateMachine[] = [];
  private readonly firsts: { -readonly [K in keyof Marks]: Marks[K] } = {
    firstDropMs: null,
    firstSuspensionMs: null,
    firstTripMs: null,
  };
  private deepest = 0;
  private deepestEver = 0;

  constructor(trace: Trace, durationMs: number, cast: RunCast) {
    this.trace = trace;
    this.durationMs = durationMs;
    this.bucketMs = durationMs / BUCKETS;
    this.head = new StateMachine(trace, cast);
    this.cursors = [this.head.copy(), this.head.copy()];
    this.keyframes.push(this.head.copy());
  }

  /** The deepest that the buffer has been so far. */
  get deepestBuffer(): number {
    return this.deepestEver;
  }

  get marks(): Marks {
    return this.firsts;
  }

  /** Takes in the rows that the trace has got since. */
  extend(): void {
    const { trace, head } = this;
    while (head.rows < trace.length) {
      const timeMs = trace.timeAt(head.rows);
      // In this order the only rounding is that of the quotient: whole ms fall into the right bucket.
      const bucket = Math.min(BUCKETS - 1, Math.floor((timeMs * BUCKETS) / this.durationMs));
      while (this.closedBuckets < bucket) this.closeBucket();
      this.note(trace.kindAt(head.rows), timeMs, head.rows);
      head.advanceTo(head.rows + 1);
      this.deepest = Math.max(this.deepest, head.buffer.length);
      this.deepestEver = Math.max(this.deepestEver, this.deepest);
      if (head.rows % KEYFRAME_ROWS === 0) this.keepKeyframe();
    }
  }

  /** The state after everything at or before `timeMs`. Valid until the next call: read it at once. */
  stateAt(timeMs: number): RunState {
    return this.stateAtRow(this.trace.rowsUntil(timeMs));
  }

  /** The state after the first `rows` rows. Valid until the next call: read it at once. */
  stateAtRow(rows: number): RunState {
    const wanted = Math.max(0, Math.min(rows, this.trace.length));
    const keyframe = this.keyframeBefore(wanted);
    const cursor = this.nearestCursor(wanted);
    // Going on from where the cursor stands is cheaper, unless a keyframe lies in between.
    if (cursor.rows > wanted || keyframe.rows > cursor.rows) cursor.become(keyframe);
    cursor.advanceTo(wanted);
    return cursor;
  }

  /** The deepest that the buffer was in a bucket; one that no row has closed yet has what it has so far. */
  depthMaxAt(bucket: number): number {
    if (bucket < this.closedBuckets) return this.depths[bucket] as number;
    return bucket === this.closedBuckets ? this.deepest : this.head.buffer.length;
  }

  /** The capacity of the buffer by the end of a bucket. */
  capacityAt(bucket: number): number {
    return bucket >= 0 && bucket < this.closedBuckets
      ? (this.capacities[bucket] as number)
      : this.head.capacity;
  }

  private closeBucket(): void {
    this.capacities[this.closedBuckets] = this.head.capacity;
    this.produced.closeBucket();
    this.done.closeBucket();
    this.dropped.closeBucket();
    this.depths[this.closedBuckets++] = this.deepest;
    this.deepest = this.head.buffer.length;
  }

  private note(kind: TraceKind, timeMs: number, row: number): void {
    switch (kind) {
      case TraceKind.PRODUCED:
        this.produced.add(timeMs);
        break;
      case TraceKind.DONE:
        this.done.add(timeMs);
        break;
      case TraceKind.DROPPED:
        this.dropped.add(timeMs);
        this.firsts.firstDropMs ??= timeMs;
        break;
      case TraceKind.FAILED:
        this.dropped.add(timeMs);
        break;
      case TraceKind.SUSPENDED:
        // A wait for a permit or a thread is no send that waits.
        if (this.trace.detailAt(row) !== AT_GATE) this.firsts.firstSuspensionMs ??= timeMs;
        break;
      case TraceKind.REJECTED:
        this.dropped.add(timeMs);
        break;
      case TraceKind.GATE:
        if (this.isTrip(row)) this.firsts.firstTripMs ??= timeMs;
        break;
      default:
    }
  }

  private isTrip(row: number): boolean {
    const { trace } = this;
    return trace.detailAt(row) === Fact.BREAKER && trace.elementAt(row) === BreakerState.OPEN;
  }

  /** The cursor that has the least way to go; if both have gone too far, the one that has gone further. */
  private nearestCursor(rows: number): StateMachine {
    const [one, other] = this.cursors as [StateMachine, StateMachine];
    const [behind, ahead] = one.rows <= other.rows ? [one, other] : [other, one];
    return ahead.rows <= rows || behind.rows > rows ? ahead : behind;
  }

  /** As many rows between two as a state holds elements: all keyframes together grow with the trace alone. */
  private keepKeyframe(): void {
    const { head, keyframes } = this;
    const last = keyframes.at(-1)?.rows ?? 0;
    if (head.rows - last >= head.weight) keyframes.push(head.copy());
  }

  /** The last keyframe at or before a row. */
  private keyframeBefore(rows: number): StateMachine {
    const { keyframes } = this;
    let low = 0;
    let high = keyframes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((keyframes[middle] as StateMachine).rows <= rows) low = middle;
      else high = middle - 1;
    }
    return keyframes[low] as StateMachine;
  }
}
