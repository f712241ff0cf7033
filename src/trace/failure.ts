/** The error that ended an actor, in its library's words. Every `Error` is a `Failure`. */
export interface Failure {
  /** The library's name for it, such as `MissingBackpressureException`. */
  readonly name: string;
  readonly message: string;
}
