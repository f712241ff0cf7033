import type { Job } from "../coroutines/job.ts";
import { NOTHING, OnClosed } from "../coroutines/standing.ts";
import { SUSPENDED, type Suspending } from "../coroutines/steps.ts";
import type { Channel } from "./channel.ts";
import { CLOSED, EMPTY } from "./channel-signals.ts";

type Answer<T> = T | typeof CLOSED | typeof EMPTY;

/**
 * `yield* receiveOrTimeout(channel, timeMs)`: returns the next element, CLOSED if the channel is closed and empty, or
 * EMPTY after `timeMs` without either (Infinity: never).
 *
 * This is Kotlin's `select { channel.onReceiveCatching { } ; onTimeout(timeMs) { } }` (selects/Select.kt 1.11.0):
 * whichever comes first wins, and unlike in `withTimeoutOrNull`, an element that was handed over can't be lost to the
 * timeout. A coroutine that waited continues at the end of the instant. Throws if it is cancelled.
 */
export function receiveOrTimeout<T>(channel: Channel<T>, timeMs: number): Suspending<Answer<T>> {
  return new ReceiveOrTimeout(channel, timeMs);
}

class ReceiveOrTimeout<T>
  implements Suspending<Answer<T>>, Iterator<undefined, Answer<T>, unknown>
{
  private readonly channel: Channel<T>;
  private readonly timeMs: number;

  constructor(channel: Channel<T>, timeMs: number) {
    this.channel = channel;
    this.timeMs = timeMs;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(signal: unknown): IteratorResult<undefined, Answer<T>> {
    return signal === undefined ? this.start() : this.finish();
  }

  private start(): IteratorResult<undefined, Answer<T>> {
    const { channel, timeMs } = this;
    const { sim } = channel;
    if (!sim.dispatcher.countOrPause()) return SUSPENDED;
    if (channel.hasElement) return answer(channel.poll());
    if (channel.isClosedForSend) return answer<T>(CLOSED);
    if (!(timeMs > 0)) return answer<T>(EMPTY);
    const coroutine = sim.current;
    coroutine.scope.ensureActive();
    channel.suspendReceiver(coroutine, OnClosed.ANSWER);
    if (timeMs < Number.POSITIVE_INFINITY) sim.dispatcher.schedule(coroutine, timeMs);
    return SUSPENDED;
  }

  private finish(): IteratorResult<undefined, Answer<T>> {
    const { channel } = this;
    const coroutine = channel.sim.current;
    const value = coroutine.takeSlot();
    if (coroutine.failure !== null) this.fail(coroutine, value);
    if (value === CLOSED) return answer<T>(CLOSED);
    if (value === EMPTY) return answer<T>(EMPTY);
    if (value === NOTHING) {
      // The timer came first: the coroutine leaves the channel and joins the end of the ready queue.
      channel.abandon(coroutine);
      coroutine.resumeWith(EMPTY);
      return SUSPENDED;
    }
    channel.recordLeft(coroutine.id, value as T);
    return answer(value as T);
  }

  private fail(coroutine: Job, value: unknown): never {
    // It was cancelled after it was given an element and before it ran: the element is undelivered.
    if (value !== NOTHING && value !== CLOSED && value !== EMPTY) {
      this.channel.lostInCancellation(value as T);
    }
    throw coroutine.takeFailure();
  }
}

function answer<T>(value: Answer<T>): IteratorReturnResult<Answer<T>> {
  return { done: true, value };
}
