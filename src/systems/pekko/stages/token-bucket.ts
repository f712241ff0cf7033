/**
 * A bucket in which a token arrives every `nanosBetweenTokens`, up to `capacity`; it is full at first. It counts in
 * whole ns. (`actor/.../util/TokenBucket.scala`, Pekko 1.7.0)
 */
export class TokenBucket {
  private readonly capacity: number;
  private nanosBetweenTokens: number;
  private available = 0;
  private lastUpdate = 0;

  constructor(capacity: number, nanosBetweenTokens: number) {
    this.capacity = capacity;
    this.nanosBetweenTokens = nanosBetweenTokens;
  }

  /** Fills the bucket. Call this before anything else. */
  init(nowNanos: number): void {
    this.available = this.capacity;
    this.lastUpdate = nowNanos;
  }

  /** Changes the time between tokens. In the library it never changes, but on the page it may. */
  changePace(nanosBetweenTokens: number): void {
    this.nanosBetweenTokens = nanosBetweenTokens;
  }

  /** Returns how many tokens the bucket holds, including the fraction of the next one that has arrived. */
  levelAt(nowNanos: number): number {
    const { available, capacity, lastUpdate, nanosBetweenTokens } = this;
    return Math.min(capacity, available + Math.max(0, nowNanos - lastUpdate) / nanosBetweenTokens);
  }

  /**
   * Takes `cost` tokens. Returns how many ns the element must wait for them, or 0 if they were there. Call this again
   * only when that time is over.
   */
  offer(cost: number, nowNanos: number): number {
    const { nanosBetweenTokens } = this;
    const arrived = Math.floor((nowNanos - this.lastUpdate) / nanosBetweenTokens);
    if (arrived > 0) {
      this.lastUpdate += arrived * nanosBetweenTokens;
      this.available = Math.min(this.available + arrived, this.capacity);
    }
    if (cost <= this.available) {
      this.available -= cost;
      return 0;
    }
    const missing = cost - this.available;
    const delay = missing * nanosBetweenTokens - (nowNanos - this.lastUpdate);
    this.available = 0;
    this.lastUpdate = nowNanos + delay;
    return delay;
  }
}
