/** What is due now, first in first out: a ring that doubles when it is full. */
export class ReadyQueue<T> {
  private slots: (T | undefined)[] = new Array<T | undefined>(64).fill(undefined);
  private head = 0;
  private count = 0;

  get size(): number {
    return this.count;
  }

  push(item: T): void {
    if (this.count === this.slots.length) this.grow();
    this.slots[(this.head + this.count) & (this.slots.length - 1)] = item;
    this.count++;
  }

  /** The oldest. Call only when `size > 0`. */
  first(): T {
    return this.slots[this.head] as T;
  }

  /** Removes and returns the oldest. Call only when `size > 0`. */
  shift(): T {
    const item = this.slots[this.head] as T;
    this.slots[this.head] = undefined;
    this.head = (this.head + 1) & (this.slots.length - 1);
    this.count--;
    return item;
  }

  /** Removes and returns the newest. Call only when `size > 0`. */
  pop(): T {
    const place = (this.head + --this.count) & (this.slots.length - 1);
    const item = this.slots[place] as T;
    this.slots[place] = undefined;
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
