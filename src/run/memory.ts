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
import { roomOf } from "./collectors.ts";
import type { RunValues } from "./params.ts";
import type { RunState } from "./run-state.ts";

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

export interface HeapSize {
  readonly elementBytes: number;
  /** What all elements can take together. */
  readonly limitBytes: number;
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
  const { elementBytes, usableBytes } = roomOf(collector, elementKiB * KIB, heapMiB * MIB);
  return { elementBytes, limitBytes: usableBytes, msPerGiB: gcMsPerGiB };
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

/** The heap of a run that is being recorded. */
export class HeapModel implements Heap {
  private readonly size: HeapSize;
  private readonly now: () => HeapCounts;
  /** How many elements had been made at the last collection. */
  private madeBefore = 0;
  private freeBytes: number;

  /** `now` gives the counts of the run as it stands. */
  constructor(size: HeapSize, now: () => HeapCounts) {
    this.size = size;
    this.now = now;
    this.freeBytes = size.limitBytes;
  }

  get limitBytes(): number {
    return this.size.limitBytes;
  }

  get liveBytes(): number {
    return heapBytes(this.now(), this.size.elementBytes);
  }

  collect(): number {
    const { elementBytes, limitBytes, msPerGiB } = this.size;
    if (msPerGiB === 0) return 0;
    const counts = this.now();
    if ((counts.made - this.madeBefore) * elementBytes < this.freeBytes) return 0;
    const liveBytes = heapBytes(counts, elementBytes);
    this.madeBefore = counts.made;
    this.freeBytes = Math.max(limitBytes - liveBytes, limitBytes / 100);
    return Math.round((msPerGiB * liveBytes) / GIB);
  }
}
