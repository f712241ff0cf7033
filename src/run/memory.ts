/**
 * The heap of a run: our own model, not a measurement of a JVM. The counter, the picture, the limit and the collections
 * all take the heap from here.
 *
 * Each element takes the same number of bytes from when it is made until it is done, lost or merged into another. How
 * many these are, and how many there are for all elements, depends on the collector (`collectors.ts`). A collection
 * happens whenever as many bytes have been allocated as were free after the last one (limit - live, at least 1 % of the
 * limit); it stops the world for `msPerGiB` x live GiB. So the share of time in collections grows as
 * live / (limit - live): gently at first, without limit as the heap fills. When the live bytes would exceed the limit,
 * the run is out of memory.
 */
import type { Heap } from "../systems/index.ts";
import { type ElementRoom, roomOf } from "./collectors.ts";
import type { RunValues } from "./params.ts";
import type { RunState } from "./run-state.ts";

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

export interface HeapSize extends ElementRoom {
  /** The pause of a collection for each live GiB, in ms; 0: no collections. */
  readonly msPerGiB: number;
}

/** The heap that a run's elements have under its settings. */
export function heapSizeOf({
  collector,
  elementKiB,
  heapMiB,
  gcMsPerGiB,
}: Pick<RunValues, "collector" | "elementKiB" | "heapMiB" | "gcMsPerGiB">): HeapSize {
  return { ...roomOf(collector, elementKiB * KIB, heapMiB * MIB), msPerGiB: gcMsPerGiB };
}

/** The counts of a state that its heap depends on. */
export type HeapCounts = Pick<RunState, "made" | "done" | "lost" | "merged">;

/** Bytes that the elements of a state take: all those made that are not done, lost or merged into another. */
export function heapBytes({ made, done, lost, merged }: HeapCounts, elementBytes: number): number {
  return bytesOf(made - done - lost - merged, elementBytes);
}

/** Bytes that `elements` elements take at once. */
export function bytesOf(elements: number, elementBytes: number): number {
  return elements * elementBytes;
}

/** The heap of a run being recorded. It counts live elements only when the result could matter. */
export class HeapModel implements Heap {
  isFull = false;
  private readonly size: HeapSize;
  private readonly now: () => HeapCounts;
  /** The number of elements made by the last collection. */
  private madeBefore = 0;
  private freeBytes: number;
  /** This many more elements can neither fill the heap nor cause a collection. */
  private spare = 0;

  /** `now` returns the current counts of the run. */
  constructor(size: HeapSize, now: () => HeapCounts) {
    this.size = size;
    this.now = now;
    this.freeBytes = size.limitBytes;
  }

  collect(): number {
    if (this.spare > 0) {
      this.spare--;
      return 0;
    }
    const { elementBytes, limitBytes, msPerGiB } = this.size;
    const counts = this.now();
    const liveBytes = heapBytes(counts, elementBytes);
    this.isFull = liveBytes > limitBytes;
    const isDue = this.bytesToCollection(counts) <= 0;
    if (isDue) {
      this.madeBefore = counts.made;
      this.freeBytes = Math.max(limitBytes - liveBytes, limitBytes / 100);
    }
    const bytes = Math.min(limitBytes - liveBytes, this.bytesToCollection(counts) - 1);
    this.spare = Math.floor(bytes / elementBytes);
    return isDue ? Math.round((msPerGiB * liveBytes) / GIB) : 0;
  }

  /** The bytes that can be allocated before the next collection. */
  private bytesToCollection({ made }: HeapCounts): number {
    const { elementBytes, msPerGiB } = this.size;
    if (msPerGiB === 0) return Number.POSITIVE_INFINITY;
    return this.freeBytes - (made - this.madeBefore) * elementBytes;
  }
}
