import { type CallFigures, type CallResult, CallSums, type CallWindow } from "./call-window.ts";

/** The last `size` calls (resilience4j 2.4.0, core/metrics/FixedSizeSlidingWindowMetrics.java). */
export class CountWindow implements CallWindow {
  readonly minimumCalls: number;
  private readonly size: number;
  private readonly sums = new CallSums();
  /** The sums of each single call, in a ring buffer. */
  private readonly calls: CallSums[] = [];
  private oldest = 0;

  /** @param minimumCalls is capped at `size` */
  constructor(size: number, minimumCalls: number) {
    this.size = size;
    this.minimumCalls = Math.min(minimumCalls, size);
  }

  record(result: CallResult): void {
    const call = new CallSums();
    call.add(result);
    this.sums.add(result);
    const oldest = this.calls[this.oldest];
    if (oldest !== undefined) this.sums.subtract(oldest);
    this.calls[this.oldest] = call;
    this.oldest = (this.oldest + 1) % this.size;
  }

  figures(): CallFigures {
    return this.sums;
  }
}
