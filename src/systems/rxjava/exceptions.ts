/** The exceptions that RxJava's streams end with when demand is missing, under RxJava's names and with its words. */

const DEFAULT_MESSAGE = "Could not emit value due to lack of requests";

/** There was an element for which nobody had asked. */
export class MissingBackpressureException extends Error {
  override readonly name = "MissingBackpressureException";

  constructor(message = DEFAULT_MESSAGE) {
    super(message);
  }
}

/** A source sent more than it was asked for, and the queue was full (since 3.1.6; before, it was the other one). */
export class QueueOverflowException extends Error {
  override readonly name = "QueueOverflowException";

  constructor() {
    super("Queue overflow due to illegal concurrent onNext calls or a bug in an operator");
  }
}
