/**
 * A first-in-first-out queue of what is due now: a ring that doubles when it is full. The oldest entry is
 * kept outside the ring, because most of the time it is the only one.
 */
export class ReadyQueue<T> {
  private oldest: T | null = null;
  /** The ring, which holds all entries but the oldest. */
  private slots: (T | undefined)[] = new Array<T | undefined>(64).fill(undefined);
  private head = 0;
  /** The number of entries, including the oldest. */
  private count = 0;

  get size(): number {
    return this.count;
  }

  push(item: T): void {
    if (this.count++ === 0) this.oldest = item;
    else this.pushBehind(item);
  }

  /** Returns the oldest entry. Call only when `size > 0`. */
  first(): T {
    return this.oldest as T;
  }

  /** Removes and returns the oldest entry. Call only when `size > 0`. */
  shift(): T {
    const item = this.oldest as T;
    this.oldest = --this.count === 0 ? null : this.shiftNext();
    return item;
  }

  /** Removes and returns the newest entry. Call only when `size > 0`. */
  pop(): T {
    this.count--;
    if (this.count > 0) return this.popBehind();
    const item = this.oldest as T;
    this.oldest = null;
    return item;
  }

  private pushBehind(item: T): void {
    const behind = this.count - 2;
    if (behind === this.slots.length) this.grow();
    this.slots[(this.head + behind) & (this.slots.length - 1)] = item;
  }

  private shiftNext(): T {
    const { slots, head } = this;
    const item = slots[head] as T;
    slots[head] = undefined;
    this.head = (head + 1) & (slots.length - 1);
    return item;
  }

  private popBehind(): T {
    const { slots } = this;
    const place = (this.head + this.count - 1) & (slots.length - 1);
    const item = slots[place] as T;
    slots[place] = undefined;
    return item;
  }

  private grow(): void {
    const { slots, head } = this;
    const next: (T | undefined)[] = [...slots.slice(head), ...slots.slice(0, head)];
    for (let i = slots.length; i > 0; i--) next.push(undefined);
    this.slots = next;
    this.head = 0;
  }
}
