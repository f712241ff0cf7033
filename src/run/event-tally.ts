/** How often one kind of event has happened by the end of each bucket of time, and when it last did. */
export class EventTally {
  total = 0;
  /** Time of the last one, in ms; NaN before the first. */
  lastMs = Number.NaN;
  /** Time of the first, in ms; NaN before it. */
  firstMs = Number.NaN;
  /** At how many different times. */
  private instants = 0;
  private readonly totals: Float64Array;
  private readonly instantTotals: Float64Array;
  private readonly lasts: Float64Array;
  private closed = 0;

  constructor(buckets: number) {
    this.totals = new Float64Array(buckets);
    this.lasts = new Float64Array(buckets);
    this.instantTotals = new Float64Array(buckets);
  }

  add(timeMs: number): void {
    if (this.total === 0) this.firstMs = timeMs;
    if (timeMs !== this.lastMs) this.instants++;
    this.total++;
    this.lastMs = timeMs;
  }

  closeBucket(): void {
    this.totals[this.closed] = this.total;
    this.lasts[this.closed] = this.lastMs;
    this.instantTotals[this.closed] = this.instants;
    this.closed++;
  }

  /** How many by the end of a bucket; -1 is the bucket before the first. */
  totalAt(bucket: number): number {
    if (bucket < 0) return 0;
    return bucket < this.closed ? (this.totals[bucket] as number) : this.total;
  }

  /** Time of the last one by the end of a bucket; NaN if there is none. */
  lastMsAt(bucket: number): number {
    if (bucket < 0) return Number.NaN;
    return bucket < this.closed ? (this.lasts[bucket] as number) : this.lastMs;
  }

  /** At how many different times it happened by the end of a bucket. */
  instantsAt(bucket: number): number {
    if (bucket < 0) return 0;
    return bucket < this.closed ? (this.instantTotals[bucket] as number) : this.instants;
  }
}
