/** How often each wait, in whole ms, has come up: exact percentiles at the cost of a short walk. */
import { CHUNK_PLACES, Column, FIRST_PLACES } from "../columns.ts";

const BLOCK_BITS = 9;

export class WaitCounts {
  total = 0;
  private readonly counts = new Column(Int32Array);
  /** The sums of blocks of counts. */
  private readonly blocks = new Column(Int32Array);

  add(waitMs: number): void {
    this.change(waitMs, 1);
  }

  remove(waitMs: number): void {
    this.change(waitMs, -1);
  }

  /** The bytes that it takes: it grows with the longest wait, and with the number of waits of different lengths. */
  get byteLength(): number {
    return this.counts.byteLength + this.blocks.byteLength;
  }

  /**
   * The percentile by nearest rank: the shortest wait that at least `percent` of a hundred do not
   * exceed. NaN of none.
   */
  percentile(percent: number): number {
    if (this.total === 0) return Number.NaN;
    let left = Math.max(1, Math.ceil((percent * this.total) / 100));
    let block = 0;
    for (; this.blocks.at(block) < left; block++) left -= this.blocks.at(block);
    let wait = block << BLOCK_BITS;
    for (; this.counts.at(wait) < left; wait++) left -= this.counts.at(wait);
    return wait;
  }

  private change(waitMs: number, by: number): void {
    this.counts.set(waitMs, this.counts.at(waitMs) + by);
    const block = waitMs >> BLOCK_BITS;
    this.blocks.set(block, this.blocks.at(block) + by);
    this.total += by;
  }
}

/**
 * The most bytes of a `WaitCounts` of `received` waits of a run that has reached `timeMs`: no wait is longer than the run
 * so far, and each begins one chunk of counts at most.
 */
export function mostBytesOfWaits(received: number, timeMs: number): number {
  if (received === 0) return 0;
  const chunks = Math.min(received, 1 + Math.floor(timeMs / CHUNK_PLACES));
  const blocks = 2 * FIRST_PLACES + 2 * (timeMs >> BLOCK_BITS);
  return Int32Array.BYTES_PER_ELEMENT * (chunks * CHUNK_PLACES + blocks);
}
