/** How often each wait, in whole ms, has come up: exact percentiles at the cost of a short walk. */

const BLOCK_BITS = 9;

export class WaitCounts {
  total = 0;
  private counts = new Int32Array(1 << BLOCK_BITS);
  /** The sums of blocks of counts. */
  private blocks = new Int32Array(1);

  add(waitMs: number): void {
    this.change(waitMs, 1);
  }

  remove(waitMs: number): void {
    this.change(waitMs, -1);
  }

  /**
   * The percentile by nearest rank: the shortest wait that at least `percent` of a hundred do not
   * exceed. NaN of none.
   */
  percentile(percent: number): number {
    if (this.total === 0) return Number.NaN;
    let left = Math.max(1, Math.ceil((percent * this.total) / 100));
    let block = 0;
    for (; (this.blocks[block] as number) < left; block++) left -= this.blocks[block] as number;
    let wait = block << BLOCK_BITS;
    for (; (this.counts[wait] as number) < left; wait++) left -= this.counts[wait] as number;
    return wait;
  }

  private change(waitMs: number, by: number): void {
    if (waitMs >= this.counts.length) this.grow(waitMs);
    this.counts[waitMs] = (this.counts[waitMs] as number) + by;
    const block = waitMs >> BLOCK_BITS;
    this.blocks[block] = (this.blocks[block] as number) + by;
    this.total += by;
  }

  private grow(waitMs: number): void {
    let { length } = this.counts;
    while (length <= waitMs) length *= 2;
    this.counts = grown(this.counts, length);
    this.blocks = grown(this.blocks, length >> BLOCK_BITS);
  }
}

/** Whole numbers one after the other, as many as there are. */
export class NumberList {
  length = 0;
  private items = new Int32Array(1024);

  /** Bytes that it takes in memory. */
  get byteLength(): number {
    return this.items.byteLength;
  }

  push(item: number): void {
    if (this.length === this.items.length) this.items = grown(this.items, this.length * 2);
    this.items[this.length++] = item;
  }

  at(index: number): number {
    return this.items[index] as number;
  }
}

function grown(items: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(length);
  more.set(items);
  return more;
}
