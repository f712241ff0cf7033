/** How a breaker keeps the results of the last calls, and the figures it judges by. */

/** What one call came to, as a window counts it. */
export interface CallResult {
  readonly failed: boolean;
  readonly slow: boolean;
}

/** The calls that a window holds at one time. */
export interface CallFigures {
  readonly calls: number;
  readonly failures: number;
  readonly slow: number;
}

export interface CallWindow {
  /** With fewer calls there is no rate. */
  readonly minimumCalls: number;
  /** Counts a result that arrives at `nowMs`. */
  record(result: CallResult, nowMs: number): void;
  /** What the window holds at `nowMs`. */
  figures(nowMs: number): CallFigures;
}

/** Running sums, so that no window is ever counted through. */
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
