import type { Job, Waitable } from "../coroutines/job.ts";
import { NOTHING, OnClosed } from "../coroutines/standing.ts";
import { SUSPENDED, type Suspending } from "../coroutines/steps.ts";
import type { Channel } from "./channel.ts";
import { CLOSED } from "./channel-signals.ts";
import type { Receiver } from "./receiver.ts";

/** The result of `receiveFromEither`: a channel, and the element received from it or CLOSED. */
export type FromEither<A, B> =
  | { readonly from: "first"; readonly value: A | typeof CLOSED }
  | { readonly from: "second"; readonly value: B | typeof CLOSED };

/**
 * `yield* receiveFromEither(first, second)`: asks `first`, then `second`, and returns the first result there is: an
 * element, or CLOSED from a channel that is closed and empty. If neither has one, the coroutine waits for whichever
 * comes first, and then continues at the end of that instant. This is Kotlin's
 * `select { first.onReceiveCatching { } ; second.onReceiveCatching { } }` (selects/Select.kt 1.11.0). Throws if the
 * coroutine is cancelled; an element that it was already given is then undelivered.
 */
export function receiveFromEither<A, B>(
  first: Channel<A>,
  second: Channel<B>,
): Suspending<FromEither<A, B>> {
  return new ReceiveFromEither(first, second);
}

class ReceiveFromEither<A, B>
  implements Suspending<FromEither<A, B>>, Iterator<undefined, FromEither<A, B>, unknown>, Waitable
{
  private readonly first: Clause<A>;
  private readonly second: Clause<B>;
  /** The clause that was chosen while the coroutine waited. */
  private chosen: Clause<A> | Clause<B> | null = null;

  constructor(first: Channel<A>, second: Channel<B>) {
    this.first = new Clause(first, (clause) => this.choose(clause, this.second));
    this.second = new Clause(second, (clause) => this.choose(clause, this.first));
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(signal: unknown): IteratorResult<undefined, FromEither<A, B>> {
    return signal === undefined ? this.start() : this.finish();
  }

  /** `Waitable`: the coroutine was cancelled while it waited. */
  abandon(): void {
    this.first.leave();
    this.second.leave();
  }

  private choose(chosen: Clause<A> | Clause<B>, other: Clause<A> | Clause<B>): void {
    this.chosen = chosen;
    other.leave();
  }

  private start(): IteratorResult<undefined, FromEither<A, B>> {
    const { first, second } = this;
    const { sim } = first.channel;
    if (!sim.dispatcher.countOrPause()) return SUSPENDED;
    const ofFirst = first.poll();
    if (ofFirst !== NOTHING) return this.answer(first, ofFirst);
    const ofSecond = second.poll();
    if (ofSecond !== NOTHING) return this.answer(second, ofSecond);
    const coroutine = sim.current;
    coroutine.scope.ensureActive();
    first.wait(coroutine);
    second.wait(coroutine);
    coroutine.suspendIn(this, false);
    return SUSPENDED;
  }

  private finish(): IteratorResult<undefined, FromEither<A, B>> {
    const coroutine = this.first.channel.sim.current;
    const value = coroutine.takeSlot();
    if (coroutine.failure !== null) {
      this.chosen?.lose(value);
      throw coroutine.takeFailure();
    }
    const chosen = this.chosen as Clause<A> | Clause<B>;
    chosen.recordLeft(coroutine, value);
    return this.answer(chosen, value);
  }

  private answer(
    clause: Clause<A> | Clause<B>,
    value: unknown,
  ): IteratorReturnResult<FromEither<A, B>> {
    const from = clause === this.first ? "first" : "second";
    return { done: true, value: { from, value } as FromEither<A, B> };
  }
}

/** The place of a `receiveFromEither` in the line of one channel. */
class Clause<T> implements Receiver {
  waitPrevious: Receiver | null = null;
  waitNext: Receiver | null = null;
  readonly onClosed = OnClosed.ANSWER;
  readonly channel: Channel<T>;
  private readonly onChosen: (clause: Clause<T>) => void;
  private coroutine: Job | null = null;

  constructor(channel: Channel<T>, onChosen: (clause: Clause<T>) => void) {
    this.channel = channel;
    this.onChosen = onChosen;
  }

  get id(): number {
    return this.coroutine?.id ?? 0;
  }

  /** Takes and returns an element if there is one; otherwise returns CLOSED or NOTHING. */
  poll(): T | typeof CLOSED | typeof NOTHING {
    const { channel } = this;
    if (channel.hasElement) return channel.poll();
    return channel.isClosedForSend ? CLOSED : NOTHING;
  }

  wait(coroutine: Job): void {
    this.coroutine = coroutine;
    this.channel.addReceiver(this);
  }

  leave(): void {
    this.channel.removeReceiver(this);
  }

  resumeWith(value: unknown): void {
    this.onChosen(this);
    this.coroutine?.resumeWith(value);
  }

  resumeWithException(failure: Error): void {
    this.onChosen(this);
    this.coroutine?.resumeWithException(failure);
  }

  /** Its coroutine was given `value` and then cancelled before it ran: an element is undelivered. */
  lose(value: unknown): void {
    if (value !== NOTHING && value !== CLOSED) this.channel.lostInCancellation(value as T);
  }

  recordLeft(coroutine: Job, value: unknown): void {
    this.channel.recordLeft(coroutine.id, value as T | typeof CLOSED);
  }
}
