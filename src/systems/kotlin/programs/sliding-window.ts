/** The results of the last calls of a circuit breaker, as resilience4j's count-based window keeps them. */
export class SlidingWindow {
  private readonly size: number;
  private readonly minimumCalls: number;
  /** In a ring once it is full: true for a failure. */
  private readonly results: boolean[] = [];
  private next = 0;
  failures = 0;

  /** @param minimumCalls with fewer results there is no rate; never more than the window holds */
  constructor(size: number, minimumCalls: number) {
    this.size = size;
    this.minimumCalls = Math.min(minimumCalls, size);
  }

  get calls(): number {
    return this.results.length;
  }

  /** Whether enough calls were made to judge by. */
  get isTelling(): boolean {
    return this.calls >= this.minimumCalls;
  }

  add(failed: boolean): void {
    if (this.results[this.next] === true) this.failures--;
    if (failed) this.failures++;
    this.results[this.next] = failed;
    this.next = (this.next + 1) % this.size;
  }

  /** Whether that many percent of the calls, or more, have failed. */
  reaches(percent: number): boolean {
    return this.isTelling && this.failures * 100 >= percent * this.calls;
  }
}
