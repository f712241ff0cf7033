/** The errors with which a Pekko stream fails or is cancelled, under the library's names. */

/** A buffer with the strategy `fail` was full when an element arrived. */
export class BufferOverflowException extends Error {
  override readonly name = "BufferOverflowException";
}

/** A throttle that enforces its rate got an element too early. */
export class RateExceededException extends Error {
  override readonly name = "RateExceededException";
}

/** The stage stopped before a call from outside reached it. */
export class StreamDetachedException extends Error {
  override readonly name = "StreamDetachedException";
}

/** A call was made that the state does not allow, such as a second offer while one is pending. */
export class IllegalStateException extends Error {
  override readonly name = "IllegalStateException";
}

/** The cause with which a stage cancels its upstream when it needs nothing more: not a failure. */
class NonFailureCancellation extends Error {
  override readonly name = "NonFailureCancellation";
}

/** The cause with which a completed stage cancels its upstream, which then completes in turn. */
export const STAGE_WAS_COMPLETED: Error = new NonFailureCancellation("stage was completed");

/** Whether a cancellation for `cause` completes the stage above; otherwise it fails that stage. */
export function isNoFailure(cause: Error): boolean {
  return cause instanceof NonFailureCancellation;
}
