/**
 * The heap of a run: a model of ours, not a measurement of a JVM. The counter, the picture, the limit and the
 * collections all take the heap from here.
 *
 * Each element takes the same number of bytes from being made to being done, lost or merged into another; how many, and
 * how many there are for all, follows from the collector (`collectors.ts`). A collection comes whenever as many bytes
 * have been allocated as were free after the last one (limit - live, at least 1 % of the limit); it stops the world for
 * `msPerGiB` x live GiB. So the share of time in collections grows as live / (limit - live): gently at first, without
 * end near the limit. Where live bytes would exceed the limit, the run is out of memory.
 */
import type { Heap } from "../systems/index.ts";
import { type ElementRoom, roomOf } from "./collectors.ts";
import type { RunValues } from "./params.ts";
import type { RunState } from "./run-state.ts";

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

export interface HeapSize extends ElementRoom {
  /** Pause of a collection for each GiB that is live, in ms; 0: no collections. */
  readonly msPerGiB: number;
}

/** The heap that the settings of a run give its elements. */
export function heapSizeOf({
  collector,
  elementKiB,
  heapMiB,
  gcMsPerGiB,
}: Pick<RunValues, "collector" | "elementKiB" | "heapMiB" | "gcMsPerGiB">): HeapSize {
  return { ...roomOf(collector, elementKiB * KIB, heapMiB * MIB), msPerGiB: gcMsPerGiB };
}

/** What the heap of a state depends on. */
export type HeapCounts = Pick<RunState, "made" | "done" | "lost" | "merged">;

/** Bytes that the elements of a state take: all that were made and are neither done, lost nor part of another. */
export function heapBytes({ made, done, lost, merged }: HeapCounts, elementBytes: number): number {
  return bytesOf(made - done - lost - merged, elementBytes);
}

/** Bytes that so many elements take that are there at once. */
export function bytesOf(elements: number, elementBytes: number): number {
  return elements * elementBytes;
}

/** The heap of a run that is being recorded. It counts what is live only when that could matter. */
export class HeapModel implements Heap {
  isFull = false;
  private readonly size: HeapSize;
  private readonly now: () => HeapCounts;
  /** How many elements had been made at the last collection. */
  private madeBefore = 0;
  private freeBytes: number;
  /** So many more can neither fill the heap nor bring about a collection. */
  private spare = 0;

  /** `now` gives the counts of the run as it stands. */
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

  /** How many more bytes can be allocated before the next collection. */
  private bytesToCollection({ made }: HeapCounts): number {
    const { elementBytes, msPerGiB } = this.size;
    if (msPerGiB === 0) return Number.POSITIVE_INFINITY;
    return this.freeBytes - (made - this.madeBefore) * elementBytes;
  }
}
