/** A queue of integers in one typed array that doubles when it is full; copied cheaply for keyframes. */
export class IntQueue {
  private items: Int32Array;
  private head: number;
  private count: number;

  constructor(items: Int32Array = new Int32Array(16), count = 0) {
    this.items = items;
    this.head = 0;
    this.count = count;
  }

  get length(): number {
    return this.count;
  }

  /** The item that is `index` places behind the oldest; undefined beyond the last. */
  at(index: number): number | undefined {
    if (index < 0 || index >= this.count) return undefined;
    return this.items[(this.head + index) & (this.items.length - 1)];
  }

  push(item: number): void {
    if (this.count === this.items.length) {
      this.items = this.unrolled(this.count * 2);
      this.head = 0;
    }
    this.items[(this.head + this.count) & (this.items.length - 1)] = item;
    this.count++;
  }

  /** Removes and returns the oldest; undefined when it is empty. */
  shift(): number | undefined {
    const item = this.at(0);
    if (item === undefined) return undefined;
    this.head = (this.head + 1) & (this.items.length - 1);
    this.count--;
    return item;
  }

  /** Removes the oldest item of that value; says whether there was one. Costs time in proportion to the length. */
  remove(item: number): boolean {
    const items = this.toArray();
    const index = items.indexOf(item);
    if (index < 0) return false;
    items.splice(index, 1);
    this.items = new Int32Array(this.items.length);
    this.items.set(items);
    this.head = 0;
    this.count = items.length;
    return true;
  }

  copy(): IntQueue {
    return new IntQueue(this.unrolled(this.items.length), this.count);
  }

  /** Takes over what `other` holds. */
  become(other: IntQueue): void {
    this.items = other.unrolled(other.items.length);
    this.head = 0;
    this.count = other.count;
  }

  toArray(): number[] {
    return Array.from(this.unrolled(this.items.length).subarray(0, this.count));
  }

  /** The items from the start of a new array of so many places. */
  private unrolled(places: number): Int32Array {
    const { items, head } = this;
    const next = new Int32Array(places);
    const first = items.subarray(head, Math.min(items.length, head + this.count));
    next.set(first);
    next.set(items.subarray(0, this.count - first.length), first.length);
    return next;
  }
}
