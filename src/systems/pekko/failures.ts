/** What a Pekko stream fails or is cancelled with, under the library's names. */

/** A buffer with the strategy `fail` was full when an element came. */
export class BufferOverflowException extends Error {
  override readonly name = "BufferOverflowException";
}

/** A throttle that enforces its rate got an element too early. */
export class RateExceededException extends Error {
  override readonly name = "RateExceededException";
}

/** The stage had stopped before it heard of a call from outside. */
export class StreamDetachedException extends Error {
  override readonly name = "StreamDetachedException";
}

/** Something was asked that the state does not allow, such as a second pending offer. */
export class IllegalStateException extends Error {
  override readonly name = "IllegalStateException";
}

/** Why a stage cancels its upstream when it needs nothing more: no failure. */
class NonFailureCancellation extends Error {
  override readonly name = "NonFailureCancellation";
}

/** A stage has completed: its upstream is cancelled, and completes in turn. */
export const STAGE_WAS_COMPLETED: Error = new NonFailureCancellation("stage was completed");

/** Whether a cancellation for `cause` completes the stage above; any other fails it. */
export function isNoFailure(cause: Error): boolean {
  return cause instanceof NonFailureCancellation;
}
