/** The bounds at which a run can end. */
export type LimitKind = "events" | "elements" | "heap";

/**
 * Thrown into whatever code is running when a run reaches one of its bounds. Code that catches it gets no
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
