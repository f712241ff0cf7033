/** The exceptions with which Kotlin's coroutines and channels end, under Kotlin's names. */

/** A coroutine was cancelled, or a channel that it used: the normal way to make a coroutine stop. */
export class CancellationException extends Error {
  override readonly name: string = "CancellationException";
}

/** The time limit of a `withTimeout` was reached. */
export class TimeoutCancellationException extends CancellationException {
  override readonly name = "TimeoutCancellationException";
  /** The scope whose time limit it was: an inner scope rethrows the exception of an outer one. */
  readonly owner: object;

  constructor(message: string, owner: object) {
    super(message);
    this.owner = owner;
  }
}

/** A flow's operator cancelled one of its own children; the scope around it continues. */
export class ChildCancelledException extends CancellationException {
  override readonly name = "ChildCancelledException";
}

/** `send` was called on a closed channel. */
export class ClosedSendChannelException extends Error {
  override readonly name = "ClosedSendChannelException";
}

/** `receive` was called on a channel that was closed and is empty. */
export class ClosedReceiveChannelException extends Error {
  override readonly name = "ClosedReceiveChannelException";
}

/**
 * A channel's `onUndeliveredElement` threw. The channel finished its work nevertheless: the handler was called for the
 * other elements too, and all waiting coroutines were resumed.
 */
export class UndeliveredElementException extends Error {
  override readonly name = "UndeliveredElementException";
  /** The exceptions thrown after `cause`, in order. */
  readonly suppressed: Error[] = [];
}
