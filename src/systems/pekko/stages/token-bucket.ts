/**
 * Tokens that arrive one every `nanosBetweenTokens`, up to `capacity`; the bucket is full at first. Counts in whole
 * ns. (`actor/.../util/TokenBucket.scala`, Pekko 1.7.0)
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

  /** Fills the bucket. Call before anything is asked of it. */
  init(nowNanos: number): void {
    this.available = this.capacity;
    this.lastUpdate = nowNanos;
  }

  /** From now on a token arrives every so many ns. The library's buckets never change; those of the page may. */
  changePace(nanosBetweenTokens: number): void {
    this.nanosBetweenTokens = nanosBetweenTokens;
  }

  /** How many tokens there are, with the part of the next one that has arrived. */
  levelAt(nowNanos: number): number {
    const { available, capacity, lastUpdate, nanosBetweenTokens } = this;
    return Math.min(capacity, available + Math.max(0, nowNanos - lastUpdate) / nanosBetweenTokens);
  }

  /**
   * Takes `cost` tokens. Returns how many ns the element must wait for them: 0 if they were there. Ask again only
   * when that time is over.
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
