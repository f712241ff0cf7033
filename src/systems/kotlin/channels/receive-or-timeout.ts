import { TraceKind } from "../../../trace/index.ts";
import type { Job } from "../coroutines/job.ts";
import { NOTHING, OnClosed, Standing } from "../coroutines/standing.ts";
import { SUSPENDED, type Suspending } from "../coroutines/steps.ts";
import type { Channel } from "./channel.ts";
import { CLOSED, EMPTY } from "./channel-signals.ts";

type Answer<T> = T | typeof CLOSED | typeof EMPTY;

/**
 * `yield* receiveOrTimeout(channel, timeMs)`: the next element, CLOSED, or EMPTY when `timeMs` has gone by.
 * It is Kotlin's `select { channel.onReceiveCatching { } ; onTimeout(timeMs) { } }`: whatever comes first wins,
 * and an element that was handed over can't be lost to the timeout, as it is in `withTimeoutOrNull`.
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
    if (!sim.dispatcher.countEvent()) return SUSPENDED;
    if (channel.hasElement) return answer(channel.poll());
    if (channel.isClosedForSend) return answer<T>(CLOSED);
    if (!(timeMs > 0)) return answer<T>(EMPTY);
    const coroutine = sim.current;
    channel.suspendReceiver(coroutine, OnClosed.ANSWER);
    // In a scope that is cancelled already the wait has ended before it began.
    if (coroutine.standing === Standing.WAITING) sim.dispatcher.schedule(coroutine, timeMs);
    return SUSPENDED;
  }

  private finish(): IteratorResult<undefined, Answer<T>> {
    const { channel } = this;
    const coroutine = channel.sim.current;
    const value = coroutine.takeSlot();
    if (coroutine.failure !== null) this.fail(coroutine, value);
    if (value === CLOSED) return answer<T>(CLOSED);
    if (value === NOTHING) {
      channel.abandon(coroutine);
      return answer<T>(EMPTY);
    }
    channel.noteOf(coroutine.id, TraceKind.RECEIVED, value as T);
    return answer(value as T);
  }

  private fail(coroutine: Job, value: unknown): never {
    // It was handed an element and cancelled before it ran: nobody gets that element.
    if (value !== NOTHING && value !== CLOSED) this.channel.undelivered(value as T);
    throw coroutine.takeFailure();
  }
}

function answer<T>(value: Answer<T>): IteratorReturnResult<Answer<T>> {
  return { done: true, value };
}
