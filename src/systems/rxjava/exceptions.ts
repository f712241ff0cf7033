/** The exceptions that end RxJava's streams when demand is missing, with RxJava's names and messages. */

const DEFAULT_MESSAGE = "Could not emit value due to lack of requests";

/** An element was emitted that nobody had requested. */
export class MissingBackpressureException extends Error {
  override readonly name = "MissingBackpressureException";

  constructor(message = DEFAULT_MESSAGE) {
    super(message);
  }
}

/**
 * A source sent more than was requested, and the queue was full (since 3.1.6; earlier versions threw a
 * MissingBackpressureException here).
 */
export class QueueOverflowException extends Error {
  override readonly name = "QueueOverflowException";

  constructor() {
    super("Queue overflow due to illegal concurrent onNext calls or a bug in an operator");
  }
}
