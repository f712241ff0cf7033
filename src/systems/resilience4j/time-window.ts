import { type CallFigures, type CallResult, CallSums, type CallWindow } from "./call-window.ts";

/** The results that arrived in one second of the clock. */
interface Second {
  readonly second: number;
  readonly sums: CallSums;
}

/**
 * The calls of the last `seconds` seconds, including the current one. The seconds are those of the clock, not counted
 * from the breaker's start: a call is forgotten together with all others of its second (resilience4j 2.4.0,
 * core/metrics/SlidingTimeWindowMetrics.java).
 */
export class TimeWindow implements CallWindow {
  readonly minimumCalls: number;
  private readonly seconds: number;
  private readonly sums = new CallSums();
  /** Oldest first; seconds without a call are left out. */
  private readonly kept: Second[] = [];

  constructor(seconds: number, minimumCalls: number) {
    this.seconds = seconds;
    this.minimumCalls = minimumCalls;
  }

  record(result: CallResult, nowMs: number): void {
    this.forget(nowMs);
    const second = Math.floor(nowMs / 1000);
    let newest = this.kept.at(-1);
    if (newest?.second !== second) {
      newest = { second, sums: new CallSums() };
      this.kept.push(newest);
    }
    newest.sums.add(result);
    this.sums.add(result);
  }

  figures(nowMs: number): CallFigures {
    this.forget(nowMs);
    return this.sums;
  }

  private forget(nowMs: number): void {
    const first = Math.floor(nowMs / 1000) - this.seconds + 1;
    for (let oldest = this.kept[0]; oldest !== undefined; oldest = this.kept[0]) {
      if (oldest.second >= first) return;
      this.sums.subtract(oldest.sums);
      this.kept.shift();
    }
  }
}
