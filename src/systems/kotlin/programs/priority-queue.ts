/**
 * A bounded queue that keeps what matters most. When it holds one too many, the least important element
 * goes, the oldest of those first: the newest data of equal weight stays. The incoming element is one of
 * them: it goes itself only if everything else is more important. What matters most is taken first, the
 * oldest of those first.
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

  /** Adds an element. Says which one has to go for it, perhaps itself; null if there was room. */
  add(element: number): number | null {
    (this.isHigh(element) ? this.high : this.low).push(element);
    return this.size > this.capacity ? (this.low.shift() ?? this.high.shift() ?? null) : null;
  }

  /** Takes the most important element; null if there is none. */
  take(): number | null {
    return this.high.shift() ?? this.low.shift() ?? null;
  }
}
