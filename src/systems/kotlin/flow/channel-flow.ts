import {
  BUFFERED,
  type BufferOverflow,
  type Channel,
  CONFLATED,
  RENDEZVOUS,
  UNLIMITED,
} from "../channels/index.ts";
import type { Job } from "../coroutines/job.ts";
import { coroutineScope } from "../coroutines/scope.ts";
import type { Sim } from "../coroutines/sim.ts";
import type { Steps } from "../coroutines/steps.ts";
import type { Emit, Flow } from "./flow.ts";
import { type ChannelLog, type Producer, produce } from "./produce.ts";

/** The capacity of a channel that exists only to change coroutines: any other capacity replaces it. */
export const OPTIONAL = -3;

/** The channel between a flow and its collector. */
export interface FlowBuffer {
  readonly capacity: number;
  readonly onBufferOverflow: BufferOverflow;
  /** The log of the elements that wait in it. */
  readonly log: ChannelLog;
}

/** A flow that can merge a `buffer` below it into itself. */
export interface FusibleFlow<T> extends Flow<T> {
  /** Returns this flow with `lower` merged into its own buffer. */
  fuse(lower: FlowBuffer): Flow<T>;
}

/**
 * A flow that runs in its own coroutine and sends its values through a channel. Adjacent flows of this kind
 * share one channel (flow/internal/ChannelFlow.kt, kotlinx.coroutines 1.11.0).
 */
export abstract class ChannelFlow<T> implements FusibleFlow<T> {
  protected readonly buffer: FlowBuffer;

  constructor(buffer: FlowBuffer) {
    this.buffer = buffer;
  }

  fuse(lower: FlowBuffer): Flow<T> {
    return this.with(fused(this.buffer, lower));
  }

  *collect(sim: Sim, emit: Emit<T>): Steps<void> {
    const { capacity, onBufferOverflow, log } = this.buffer;
    const options = {
      capacity: capacity === OPTIONAL ? BUFFERED : capacity,
      onBufferOverflow,
      start: "atomic",
      log,
    } as const;
    yield* coroutineScope(sim, (scope) => {
      const producer = produce<T>(sim, scope, options, (channel, job) =>
        this.collectTo(sim, channel, job),
      );
      return emitAll(sim, producer, emit);
    });
  }

  /** Sends all values to `channel`. It runs in the coroutine `producer`. */
  protected abstract collectTo(sim: Sim, channel: Channel<T>, producer: Job): Steps<void>;

  /** Returns the same flow with another buffer. */
  protected abstract with(buffer: FlowBuffer): Flow<T>;
}

/** Another flow behind a channel: the result of `buffer`, `conflate` or `flowOn`, or of several of them merged. */
class BufferedFlow<T> extends ChannelFlow<T> {
  private readonly upstream: Flow<T>;

  constructor(upstream: Flow<T>, buffer: FlowBuffer) {
    super(buffer);
    this.upstream = upstream;
  }

  protected collectTo(sim: Sim, channel: Channel<T>): Steps<void> {
    return this.upstream.collect(sim, (value) => channel.send(value));
  }

  protected with(buffer: FlowBuffer): Flow<T> {
    return new BufferedFlow(this.upstream, buffer);
  }
}

/** Puts a channel below `upstream`, or changes the channel that is already there. */
export function behindChannel<T>(upstream: Flow<T>, buffer: FlowBuffer): Flow<T> {
  return isFusible(upstream) ? upstream.fuse(buffer) : withChannel(upstream, buffer);
}

/** Puts a new channel below `upstream`, even if there is already one. */
export function withChannel<T>(upstream: Flow<T>, buffer: FlowBuffer): Flow<T> {
  return new BufferedFlow(upstream, buffer);
}

/** Makes a flow's buffer. Throws a `RangeError` for a capacity and overflow that Kotlin's `buffer` refuses. */
export function flowBuffer(
  capacity: number,
  onBufferOverflow: BufferOverflow,
  log: ChannelLog,
): FlowBuffer {
  const isNumber = Number.isInteger(capacity) && capacity >= 0 && capacity <= UNLIMITED;
  if (!isNumber && capacity !== BUFFERED && capacity !== CONFLATED) {
    throw new RangeError(
      `buffer: the capacity must be a whole number of 0 or more, BUFFERED or CONFLATED, not ${capacity}`,
    );
  }
  if (capacity !== CONFLATED) return { capacity, onBufferOverflow, log };
  if (onBufferOverflow !== "SUSPEND") {
    throw new RangeError("buffer: CONFLATED cannot be combined with onBufferOverflow");
  }
  return { capacity: RENDEZVOUS, onBufferOverflow: "DROP_OLDEST", log };
}

/** Merges two adjacent buffers. A lower one that drops replaces the upper one; otherwise the capacities add up. */
function fused(upper: FlowBuffer, lower: FlowBuffer): FlowBuffer {
  const log = lower.log ?? upper.log;
  if (lower.onBufferOverflow !== "SUSPEND") return { ...lower, log };
  const capacity = added(upper.capacity, lower.capacity);
  return { capacity, onBufferOverflow: upper.onBufferOverflow, log };
}

function added(upper: number, lower: number): number {
  if (upper === OPTIONAL) return lower;
  if (lower === OPTIONAL) return upper;
  if (upper === BUFFERED) return lower;
  if (lower === BUFFERED) return upper;
  return Math.min(upper + lower, UNLIMITED);
}

function isFusible<T>(candidate: Flow<T>): candidate is FusibleFlow<T> {
  return "fuse" in candidate;
}

/** Emits everything that comes through the producer's channel. If the collector throws, the producer is cancelled. */
function* emitAll<T>(sim: Sim, producer: Producer<T>, emit: Emit<T>): Steps<void> {
  const values = producer.channel.iterator();
  try {
    while (yield* values.hasNext()) yield* emit(values.take());
  } catch (error) {
    sim.rethrowLimit(error);
    producer.cancel();
    throw error;
  }
}
