/**
 * A first-in-first-out queue in linked blocks: it copies nothing when it grows, gives memory back as it
 * drains, and takes 8 bytes for a small integer. `Array.shift` takes time in proportion to the backlog,
 * which can be long in an unbounded channel.
 */
interface Block<T> {
  readonly items: (T | undefined)[];
  next: Block<T> | null;
}

const BLOCK_SIZE = 2048;

function newBlock<T>(): Block<T> {
  return { items: new Array<T | undefined>(BLOCK_SIZE).fill(undefined), next: null };
}

export class BlockQueue<T> {
  private first: Block<T> = newBlock();
  private last: Block<T> = this.first;
  /** Index in `first` of the oldest item. */
  private head = 0;
  /** Index in `last` of the next free place. */
  private tail = 0;
  private count = 0;

  get size(): number {
    return this.count;
  }

  push(item: T): void {
    if (this.tail === BLOCK_SIZE) {
      const block = newBlock<T>();
      this.last.next = block;
      this.last = block;
      this.tail = 0;
    }
    this.last.items[this.tail++] = item;
    this.count++;
  }

  /** Removes and returns the oldest item. Call only when `size > 0`. */
  shift(): T {
    if (this.head === BLOCK_SIZE) {
      this.first = this.first.next as Block<T>;
      this.head = 0;
    }
    const { items } = this.first;
    const item = items[this.head] as T;
    items[this.head++] = undefined;
    if (--this.count === 0) {
      // Empty: start over in the last block, so that a queue in balance allocates nothing.
      this.first = this.last;
      this.head = 0;
      this.tail = 0;
    }
    return item;
  }

  /** Removes and returns all items, newest first. */
  drainNewestFirst(): T[] {
    const items: T[] = [];
    while (this.count > 0) items.push(this.shift());
    return items.reverse();
  }
}
