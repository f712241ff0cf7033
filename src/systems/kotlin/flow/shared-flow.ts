import { type BufferOverflow, RENDEZVOUS, UNLIMITED } from "../channels/index.ts";
import type { Job, Waitable } from "../coroutines/job.ts";
import type { Sim } from "../coroutines/sim.ts";
import { DONE, type Steps, SUSPENDED, type Suspending } from "../coroutines/steps.ts";
import { type FlowBuffer, type FusibleFlow, OPTIONAL, withChannel } from "./channel-flow.ts";
import type { Emit, Flow } from "./flow.ts";
import {
  type Position,
  SharedBuffer,
  type SharedBufferLog,
  type WaitingEmitter,
} from "./shared-buffer.ts";
import { SubscriberSeats } from "./subscriber-seats.ts";

/** How many values a shared flow keeps, and what it does when a subscriber is too slow. */
export interface SharedFlowOptions {
  /** How many of the last values a new subscriber is given; 0 by default. */
  readonly replay?: number;
  /** How many values are buffered in addition to the replay; 0 by default. */
  readonly extraBufferCapacity?: number;
  readonly onBufferOverflow?: BufferOverflow;
  readonly log?: SharedBufferLog | null;
  /** The log of the coroutines that wait in `emit`. */
  readonly emitters?: EmitterLog | null;
}

/** The log of waiting emitters. Each function is called in the coroutine that it is about. */
export interface EmitterLog {
  /** There is no room for `value`, and the coroutine begins to wait. */
  held(value: unknown): void;
  /** The wait is over, and `emit` returns. */
  released(): void;
}

/**
 * Kotlin's `MutableSharedFlow`: every subscriber gets every value. What happens when the slowest one keeps the buffer
 * full is up to `onBufferOverflow`: emitters wait, or values are dropped. A value keeps its place until the slowest
 * subscriber has taken it; none is handed over past the buffer. The flow never completes.
 */
export class MutableSharedFlow<T> implements FusibleFlow<T> {
  private readonly sim: Sim;
  private readonly buffer: SharedBuffer<T>;
  private readonly emitters: EmitterLog | null;
  private readonly seats = new SubscriberSeats<Subscriber<T>>();

  /** Throws a `RangeError` for sizes below 0, and for an overflow that drops if there is no buffer. */
  constructor(sim: Sim, options: SharedFlowOptions = {}) {
    const { replay = 0, extraBufferCapacity = 0, onBufferOverflow = "SUSPEND" } = options;
    for (const size of [replay, extraBufferCapacity]) {
      if (!Number.isInteger(size) || size < 0) {
        throw new RangeError(
          `MutableSharedFlow: a size must be a whole number of 0 or more, not ${size}`,
        );
      }
    }
    const capacity = Math.min(replay + extraBufferCapacity, UNLIMITED);
    if (capacity === 0 && onBufferOverflow !== "SUSPEND") {
      throw new RangeError(
        `MutableSharedFlow: ${onBufferOverflow} needs a replay or an extra buffer`,
      );
    }
    this.sim = sim;
    this.emitters = options.emitters ?? null;
    this.buffer = new SharedBuffer(replay, capacity, onBufferOverflow, options.log ?? null);
  }

  /** The current number of subscribers. */
  get subscriptionCount(): number {
    return this.buffer.subscriberCount;
  }

  /** The values that a new subscriber would be given at once, oldest first. */
  get replayCache(): readonly T[] {
    return this.buffer.replayCache;
  }

  /** Emits if that is possible without waiting. Returns false if a subscriber is too slow or there is no buffer. */
  tryEmit(value: T): boolean {
    return this.sim.dispatcher.countEvent() && this.offer(value);
  }

  /** `yield* shared.emit(value)`: emits, waiting for room. Throws if the coroutine is cancelled while it waits. */
  emit(value: T): Suspending<void> {
    return new EmitOperation(this, this.sim, value);
  }

  /** Subscribes: passes the replay and then every new value to `emit`, and never returns. */
  *collect(sim: Sim, emit: Emit<T>): Steps<never> {
    const subscriber = new Subscriber(this, sim, this.buffer.join());
    this.seats.take(subscriber);
    const job = sim.current.scope;
    try {
      for (;;) {
        let taken = this.take(subscriber);
        while (taken === null) {
          yield* subscriber;
          taken = this.take(subscriber);
        }
        job.ensureActive();
        yield* emit(taken.value);
      }
    } catch (error) {
      sim.rethrowLimit(error);
      this.seats.free(subscriber);
      this.resume(this.buffer.leave(subscriber.position));
      throw error;
    }
  }

  /** Clears the replay: new subscribers are given only what is emitted from now on. */
  resetReplayCache(): void {
    this.buffer.resetReplay();
  }

  /** For the operators below: leaves out a channel that would change nothing, with no room or to change coroutines. */
  fuse(lower: FlowBuffer): Flow<T> {
    const { capacity, onBufferOverflow } = lower;
    const addsNothing = capacity === RENDEZVOUS || capacity === OPTIONAL;
    return addsNothing && onBufferOverflow === "SUSPEND" ? this : withChannel(this, lower);
  }

  /** For `emit`: adds `value` and wakes the subscribers that wait for one. Returns false if there is no room. */
  offer(value: T): boolean {
    const { dispatcher, limits, now } = this.sim;
    if (this.buffer.size >= limits.elements) {
      const at = `${now} ms of virtual time`;
      dispatcher.stop("elements", `${limits.elements} elements waited in one shared flow at ${at}`);
    }
    const accepted = this.buffer.offer(value);
    if (accepted) this.wakeSubscribers();
    return accepted;
  }

  /** For `emit`: makes `emitter` wait in line. */
  enqueue(emitter: Emitter<T>): void {
    this.emitters?.held(emitter.value);
    this.buffer.enqueue(emitter);
    if (this.buffer.capacity === 0) this.wakeSubscribers();
  }

  /** For `emit`: an emitter that waited in line has resumed. */
  released(): void {
    this.emitters?.released();
  }

  /** For `emit`: an emitter in line was cancelled. */
  withdraw(emitter: Emitter<T>): void {
    this.buffer.withdraw(emitter);
  }

  /** For a subscriber: whether there is something to take. */
  canTake({ position }: Subscriber<T>): boolean {
    return this.buffer.canTake(position);
  }

  private take({ position }: Subscriber<T>): { value: T } | null {
    if (!this.buffer.canTake(position)) return null;
    const { taken, emitters } = this.buffer.take(position);
    this.resume(emitters);
    return taken;
  }

  private resume(emitters: readonly WaitingEmitter<T>[]): void {
    for (const emitter of emitters) (emitter as Emitter<T>).coroutine.resume();
    if (emitters.length > 0) this.wakeSubscribers();
  }

  private wakeSubscribers(): void {
    for (const subscriber of this.seats.taken()) {
      if (this.buffer.canTake(subscriber.position)) subscriber.wake();
    }
  }
}

/** One collector of a shared flow: `yield* subscriber` waits until there may be something to take. */
class Subscriber<T> implements Suspending<void>, Iterator<undefined, void, unknown>, Waitable {
  readonly position: Position;
  private readonly shared: MutableSharedFlow<T>;
  private readonly sim: Sim;
  private waiting: Job | null = null;

  constructor(shared: MutableSharedFlow<T>, sim: Sim, position: Position) {
    this.shared = shared;
    this.sim = sim;
    this.position = position;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(signal: unknown): IteratorResult<undefined, void> {
    const coroutine = this.sim.current;
    if (signal !== undefined) {
      coroutine.endWait();
      return DONE;
    }
    if (!this.sim.dispatcher.countOrPause()) return SUSPENDED;
    coroutine.scope.ensureActive();
    if (this.shared.canTake(this)) return DONE;
    this.waiting = coroutine;
    coroutine.suspendIn(this, false);
    return SUSPENDED;
  }

  /** `Waitable`: its coroutine was cancelled while it waited. */
  abandon(): void {
    this.waiting = null;
  }

  /** Resumes its coroutine, if that waits. */
  wake(): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.resume();
  }
}

/** A coroutine that waits in `emit`. */
class Emitter<T> implements WaitingEmitter<T>, Waitable {
  readonly value: T;
  readonly coroutine: Job;
  private readonly shared: MutableSharedFlow<T>;

  constructor(shared: MutableSharedFlow<T>, coroutine: Job, value: T) {
    this.shared = shared;
    this.coroutine = coroutine;
    this.value = value;
  }

  abandon(): void {
    this.shared.withdraw(this);
  }
}

class EmitOperation<T> implements Suspending<void>, Iterator<undefined, void, unknown> {
  private readonly shared: MutableSharedFlow<T>;
  private readonly sim: Sim;
  private readonly value: T;

  constructor(shared: MutableSharedFlow<T>, sim: Sim, value: T) {
    this.shared = shared;
    this.sim = sim;
    this.value = value;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(signal: unknown): IteratorResult<undefined, void> {
    const { shared, sim, value } = this;
    const coroutine = sim.current;
    if (signal !== undefined) {
      coroutine.endWait();
      shared.released();
      return DONE;
    }
    if (!sim.dispatcher.countOrPause()) return SUSPENDED;
    if (shared.offer(value)) return DONE;
    coroutine.scope.ensureActive();
    const emitter = new Emitter(shared, coroutine, value);
    coroutine.suspendIn(emitter, false);
    shared.enqueue(emitter);
    return SUSPENDED;
  }
}
