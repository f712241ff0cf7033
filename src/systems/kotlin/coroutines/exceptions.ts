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

/** A flow's operator has cancelled a child of its own: what stands around it goes on. */
export class ChildCancelledException extends CancellationException {
  override readonly name = "ChildCancelledException";
}

/** `send` on a channel that was closed. */
export class ClosedSendChannelException extends Error {
  override readonly name = "ClosedSendChannelException";
}

/** `receive` on a channel that was closed and has nothing left. */
export class ClosedReceiveChannelException extends Error {
  override readonly name = "ClosedReceiveChannelException";
}

/**
 * A channel's `onUndeliveredElement` threw. The channel's work went on all the same: the handlers of the other
 * elements were called, and everybody who waited was told.
 */
export class UndeliveredElementException extends Error {
  override readonly name = "UndeliveredElementException";
  /** What was thrown besides `cause`, in order. */
  readonly suppressed: Error[] = [];
}
