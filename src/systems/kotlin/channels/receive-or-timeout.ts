import type { Job } from "../coroutines/job.ts";
import { NOTHING, OnClosed } from "../coroutines/standing.ts";
import { SUSPENDED, type Suspending } from "../coroutines/steps.ts";
import type { Channel } from "./channel.ts";
import { CLOSED, EMPTY } from "./channel-signals.ts";

type Answer<T> = T | typeof CLOSED | typeof EMPTY;

/**
 * `yield* receiveOrTimeout(channel, timeMs)`: the next element, CLOSED, or EMPTY when `timeMs` has gone by
 * (Infinity: never).
 * It is Kotlin's `select { channel.onReceiveCatching { } ; onTimeout(timeMs) { } }` (selects/Select.kt 1.11.0):
 * whatever comes first wins, and an element that was handed over can't be lost to the timeout, as it is in
 * `withTimeoutOrNull`. The coroutine then goes on at the end of the instant. Throws if it is cancelled.
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
      // Its time is up: the timer decides, and the coroutine joins the end of the queue.
      channel.abandon(coroutine);
      coroutine.resumeWith(EMPTY);
      return SUSPENDED;
    }
    channel.recordLeft(coroutine.id, value as T);
    return answer(value as T);
  }

  private fail(coroutine: Job, value: unknown): never {
    // It was handed an element and cancelled before it ran: nobody gets that element.
    if (value !== NOTHING && value !== CLOSED && value !== EMPTY) {
      this.channel.lostInCancellation(value as T);
    }
    throw coroutine.takeFailure();
  }
}

function answer<T>(value: Answer<T>): IteratorReturnResult<Answer<T>> {
  return { done: true, value };
}
