/** The error that an actor was ended with, in its library's words: an `Error` is one. */
export interface Failure {
  /** As the library calls it: `MissingBackpressureException`. */
  readonly name: string;
  readonly message: string;
}
