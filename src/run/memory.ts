/**
 * The heap of a run: a model of ours, not a measurement of a JVM. The counter, the picture, the limit and the
 * collections all ask here.
 *
 * Each element takes the same number of bytes from being made to being done or lost. A collection comes whenever as
 * many bytes have been allocated as were free after the last one (limit - live, at least 1 % of the limit); it stops
 * the world for `msPerGiB` x live GiB. So the share of time in collections grows as live / (limit - live): gently at
 * first, without end near the limit. Where live bytes would exceed the limit, the run is out of memory.
 */
import type { Heap } from "../systems/index.ts";
import { RowKind, type Trace } from "../trace/index.ts";
import type { RunState } from "./run-state.ts";

const GIB = 1024 * 1024 * 1024;

export interface HeapSize {
  readonly elementBytes: number;
  readonly limitBytes: number;
  /** Pause of a collection for each GiB that is live, in ms; 0: no collections. */
  readonly msPerGiB: number;
}

/** Bytes that the elements of a state take: all that were made and are neither done nor lost. */
export function heapBytes(
  { made, done, lost }: Pick<RunState, "made" | "done" | "lost">,
  elementBytes: number,
): number {
  return (made - done - lost) * elementBytes;
}

/** The heap of a run that is being recorded: it follows the rows of the trace. */
export class HeapModel implements Heap {
  private readonly trace: Trace;
  private readonly size: HeapSize;
  private rows = 0;
  private readonly counts = { made: 0, done: 0, lost: 0 };
  private allocatedBytes = 0;
  private freeBytes: number;

  constructor(trace: Trace, size: HeapSize) {
    this.trace = trace;
    this.size = size;
    this.freeBytes = size.limitBytes;
  }

  get limitBytes(): number {
    return this.size.limitBytes;
  }

  get liveBytes(): number {
    this.follow();
    return heapBytes(this.counts, this.size.elementBytes);
  }

  collect(): number {
    this.follow();
    if (this.size.msPerGiB === 0 || this.allocatedBytes < this.freeBytes) return 0;
    const { limitBytes, msPerGiB } = this.size;
    const { liveBytes } = this;
    this.allocatedBytes = 0;
    this.freeBytes = Math.max(limitBytes - liveBytes, limitBytes / 100);
    return Math.round((msPerGiB * liveBytes) / GIB);
  }

  private follow(): void {
    const { trace, size, counts } = this;
    for (; this.rows < trace.length; this.rows++) {
      switch (trace.kindAt(this.rows)) {
        case RowKind.MADE:
          counts.made++;
          this.allocatedBytes += size.elementBytes;
          break;
        case RowKind.DONE:
          counts.done++;
          break;
        case RowKind.LOST:
          counts.lost++;
          break;
        default:
      }
    }
  }
}
