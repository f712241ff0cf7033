/**
 * A bounded queue that keeps the most important elements. When it holds one too many, it drops the oldest of
 * the least important, so that of equally important data the newest stays. That may be the incoming element
 * itself, but only if everything else is more important. The most important elements are taken first, and of
 * those the oldest.
 */
export class PriorityQueue {
  private readonly capacity: number;
  private readonly isHigh: (element: number) => boolean;
  private readonly high: number[] = [];
  private readonly low: number[] = [];

  constructor(capacity: number, isHigh: (element: number) => boolean) {
    this.capacity = capacity;
    this.isHigh = isHigh;
  }

  get size(): number {
    return this.high.length + this.low.length;
  }

  /** Adds an element. Returns the element that was dropped for it, perhaps itself; null if there was room. */
  add(element: number): number | null {
    (this.isHigh(element) ? this.high : this.low).push(element);
    return this.size > this.capacity ? (this.low.shift() ?? this.high.shift() ?? null) : null;
  }

  /** Removes and returns the most important element, or null if the queue is empty. */
  take(): number | null {
    return this.high.shift() ?? this.low.shift() ?? null;
  }
}
