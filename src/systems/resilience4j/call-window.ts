/** How a breaker keeps the results of recent calls, and the figures by which it decides. */

/** The result of one call, as a window counts it. */
export interface CallResult {
  readonly failed: boolean;
  readonly slow: boolean;
}

/** The figures of the calls that a window holds. */
export interface CallFigures {
  readonly calls: number;
  readonly failures: number;
  readonly slow: number;
}

export interface CallWindow {
  /** How many calls the window must hold before they have a rate. */
  readonly minimumCalls: number;
  /** Counts a result that arrives at `nowMs`. */
  record(result: CallResult, nowMs: number): void;
  /** Returns the figures of what the window holds at `nowMs`. They may change at the next call. */
  figures(nowMs: number): CallFigures;
}

/** Running sums, so that the calls of a window never have to be counted again. */
export class CallSums implements CallFigures {
  calls = 0;
  failures = 0;
  slow = 0;

  add({ failed, slow }: CallResult): void {
    this.calls++;
    if (failed) this.failures++;
    if (slow) this.slow++;
  }

  subtract({ calls, failures, slow }: CallFigures): void {
    this.calls -= calls;
    this.failures -= failures;
    this.slow -= slow;
  }
}
