/**
 * The suspending operations of a channel as iterators that live as long as the channel: a call stores
 * its argument and returns the same object, so that sending and receiving allocate nothing.
 */
import type { CoroutineDispatcher } from "../coroutines/coroutine-dispatcher.ts";
import type { Job } from "../coroutines/job.ts";
import { NOTHING, OnClosed } from "../coroutines/standing.ts";
import { DONE, SUSPENDED, type Suspending } from "../coroutines/steps.ts";
import type { Channel } from "./channel.ts";
import { type ChannelIterator, CLOSED } from "./channel-signals.ts";

export class SendOperation<T> implements Suspending<void>, Iterator<undefined, void, unknown> {
  private readonly channel: Channel<T>;
  private readonly dispatcher: CoroutineDispatcher;
  private element: T | undefined = undefined;
  /** True from the call of `send` until the coroutine starts it. */
  private called = false;

  constructor(channel: Channel<T>) {
    this.channel = channel;
    this.dispatcher = channel.sim.dispatcher;
  }

  of(element: T): this {
    if (this.called) {
      throw new Error("a send was never started: write `yield* channel.send(element)`");
    }
    this.called = true;
    this.element = element;
    return this;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(signal: unknown): IteratorResult<undefined, void> {
    return signal === undefined ? this.start() : this.finish();
  }

  private start(): IteratorResult<undefined, void> {
    const { channel, dispatcher } = this;
    if (!dispatcher.countOrPause()) return this.refuse();
    const element = this.element as T;
    this.element = undefined;
    this.called = false;
    if (channel.isClosedForSend) this.failClosed(element);
    if (channel.offer(element)) return DONE;
    if (channel.onBufferOverflow !== "SUSPEND") {
      channel.overflow(element, true);
      return DONE;
    }
    channel.suspendSender(dispatcher.current as Job, element);
    return SUSPENDED;
  }

  // Rare cases are outside `start`, which is inlined only while it is short.

  /** Suspends because the slice or the run is over. The next slice sends the same element; a run's end drops it. */
  private refuse(): typeof SUSPENDED {
    if (!this.dispatcher.isPaused) {
      this.element = undefined;
      this.called = false;
    }
    return SUSPENDED;
  }

  private failClosed(element: T): never {
    const { channel } = this;
    const thrown = channel.undelivered(element);
    // As in Kotlin, where only a channel that can suspend its senders checks here whether the coroutine is active.
    if (channel.onBufferOverflow === "SUSPEND") channel.sim.current.scope.ensureActive();
    thrown?.suppressed.push(channel.sendException());
    throw thrown ?? channel.sendException();
  }

  private finish(): IteratorResult<undefined, void> {
    const coroutine = this.dispatcher.current as Job;
    coroutine.endWait();
    this.channel.recorder?.released(this.channel.station, coroutine.id);
    return DONE;
  }
}

/** The common part of the three ways of receiving; `R` is what they return. */
abstract class Receiving<T, R> implements Suspending<R>, Iterator<undefined, R, unknown> {
  private readonly channel: Channel<T>;
  private readonly dispatcher: CoroutineDispatcher;
  private readonly result: IteratorReturnResult<R> = { done: true, value: undefined as R };
  private readonly onClosed: OnClosed;

  constructor(channel: Channel<T>, onClosed: OnClosed) {
    this.channel = channel;
    this.dispatcher = channel.sim.dispatcher;
    this.onClosed = onClosed;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(signal: unknown): IteratorResult<undefined, R> {
    return signal === undefined ? this.start() : this.finish();
  }

  /** Turns what was received into the operation's result. */
  protected abstract convert(received: T | typeof CLOSED): R;

  private start(): IteratorResult<undefined, R> {
    const { channel, dispatcher } = this;
    if (!dispatcher.countOrPause()) return SUSPENDED;
    if (channel.hasElement) return this.answer(channel.poll());
    if (channel.isClosedForSend) return this.answerClosed();
    channel.suspendReceiver(dispatcher.current as Job, this.onClosed);
    return SUSPENDED;
  }

  private finish(): IteratorResult<undefined, R> {
    const coroutine = this.dispatcher.current as Job;
    const value = coroutine.takeSlot();
    if (coroutine.failure !== null) this.fail(coroutine, value);
    this.channel.recordLeft(coroutine.id, value as T | typeof CLOSED);
    return this.answer(value as T | typeof CLOSED);
  }

  private answerClosed(): IteratorReturnResult<R> {
    const exception = this.channel.closedException(this.onClosed);
    if (exception !== null) throw exception;
    return this.answer(CLOSED);
  }

  private answer(received: T | typeof CLOSED): IteratorReturnResult<R> {
    this.result.value = this.convert(received);
    return this.result;
  }

  private fail(coroutine: Job, value: unknown): never {
    // It was cancelled after it was given an element and before it ran: the element is undelivered.
    if (value !== NOTHING && value !== CLOSED) this.channel.lostInCancellation(value as T);
    throw coroutine.takeFailure();
  }
}

export class ReceiveOperation<T> extends Receiving<T, T> {
  constructor(channel: Channel<T>) {
    super(channel, OnClosed.THROW);
  }

  protected convert(received: T | typeof CLOSED): T {
    return received as T;
  }
}

export class ReceiveCatchingOperation<T> extends Receiving<T, T | typeof CLOSED> {
  constructor(channel: Channel<T>) {
    super(channel, OnClosed.ANSWER);
  }

  protected convert(received: T | typeof CLOSED): T | typeof CLOSED {
    return received;
  }
}

/** The operation that `hasNext` returns when it is called again before `take`. */
const HAS_NEXT: Suspending<boolean> = {
  [Symbol.iterator]: () => ({ next: () => ({ done: true, value: true }) }),
};

/** An iterator of a channel; it is its own `hasNext` operation. */
export class HasNextOperation<T> extends Receiving<T, boolean> implements ChannelIterator<T> {
  private element: T | typeof NOTHING = NOTHING;

  constructor(channel: Channel<T>) {
    super(channel, OnClosed.END);
  }

  hasNext(): Suspending<boolean> {
    return this.element === NOTHING ? this : HAS_NEXT;
  }

  take(): T {
    const { element } = this;
    if (element === NOTHING) throw new Error("take() without a hasNext() that answered true");
    this.element = NOTHING;
    return element as T;
  }

  protected convert(received: T | typeof CLOSED): boolean {
    if (received === CLOSED) return false;
    this.element = received;
    return true;
  }
}
