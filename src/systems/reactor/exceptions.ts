/** The exception that ends Reactor's streams when demand is missing, with Reactor's name and messages. */

const DEFAULT_MESSAGE = "The receiver is overrun by more signals than expected (bounded queue...)";

/** More elements came than were requested or had room (Exceptions.OverflowException, an IllegalStateException). */
export class OverflowException extends Error {
  override readonly name = "OverflowException";

  constructor(message = DEFAULT_MESSAGE) {
    super(message);
  }
}
