/** The exceptions that Kotlin's coroutines and channels end with, under Kotlin's names. */

/** A coroutine was cancelled, or the channel it used was: the normal way of being told to stop. */
export class CancellationException extends Error {
  override readonly name: string = "CancellationException";
}

/** The time of a `withTimeout` ran out. */
export class TimeoutCancellationException extends CancellationException {
  override readonly name = "TimeoutCancellationException";
  /** Whose time it was: an inner time limit passes an outer one's exception on. */
  readonly owner: object;

  constructor(message: string, owner: object) {
    super(message);
    this.owner = owner;
  }
}

/** `send` on a channel that was closed. */
export class ClosedSendChannelException extends Error {
  override readonly name = "ClosedSendChannelException";
}

/** `receive` on a channel that was closed and has nothing left. */
export class ClosedReceiveChannelException extends Error {
  override readonly name = "ClosedReceiveChannelException";
}

/** What can bound a run. */
export type LimitKind = "events" | "elements" | "heap";

/**
 * A run reached one of its bounds. It is thrown into whatever coroutine is running; one that catches
 * it gets no further than its next suspending call, so that no `catch` can keep a run alive.
 */
export class RunLimitReached extends Error {
  override readonly name = "RunLimitReached";
  readonly limit: LimitKind;

  constructor(limit: LimitKind, message: string) {
    super(message);
    this.limit = limit;
  }
}
