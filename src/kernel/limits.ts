/** What can bound a run. */
export type LimitKind = "events" | "elements" | "heap";

/**
 * A run reached one of its bounds. It is thrown into whatever code is running. Code that catches it gets no
 * further than its next suspending call, so that no `catch` can keep a run alive.
 */
export class RunLimitReached extends Error {
  override readonly name = "RunLimitReached";
  readonly limit: LimitKind;

  constructor(limit: LimitKind, message: string) {
    super(message);
    this.limit = limit;
  }
}
