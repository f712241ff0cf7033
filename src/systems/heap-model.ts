/**
 * A model of a garbage-collected heap: ours, not a measurement of a JVM.
 *
 * Each element takes the same number of bytes from being made to being done or lost. A collection comes
 * whenever as many bytes have been allocated as were free after the last one (limit - live, at least 1 % of
 * the limit); it stops the world for `msPerGiB` x live GiB. So the share of time in collections grows as
 * live / (limit - live): gently at first, without end near the limit.
 */
import { type Trace, TraceKind } from "../trace/index.ts";

const GIB = 1024 * 1024 * 1024;

export interface HeapSize {
  readonly elementBytes: number;
  readonly limitBytes: number;
  /** Pause of a collection for each GiB that is live, in ms. */
  readonly msPerGiB: number;
}

export class HeapModel {
  private readonly trace: Trace;
  private readonly size: HeapSize;
  private rows = 0;
  private liveElements = 0;
  private allocatedBytes = 0;
  private freeBytes: number;

  constructor(trace: Trace, size: HeapSize) {
    this.trace = trace;
    this.size = size;
    this.freeBytes = size.limitBytes;
  }

  /** Bytes that elements take now. */
  get liveBytes(): number {
    return this.liveElements * this.size.elementBytes;
  }

  /** Takes in what happened since; returns the pause in whole ms of the collection that comes now, or 0. */
  collect(): number {
    this.follow();
    if (this.allocatedBytes < this.freeBytes) return 0;
    const { limitBytes, msPerGiB } = this.size;
    this.allocatedBytes = 0;
    this.freeBytes = Math.max(limitBytes - this.liveBytes, limitBytes / 100);
    return Math.round((msPerGiB * this.liveBytes) / GIB);
  }

  private follow(): void {
    const { trace, size } = this;
    for (; this.rows < trace.length; this.rows++) {
      switch (trace.kindAt(this.rows)) {
        case TraceKind.PRODUCED:
          this.liveElements++;
          this.allocatedBytes += size.elementBytes;
          break;
        case TraceKind.DONE:
        case TraceKind.DROPPED:
        case TraceKind.FAILED:
        case TraceKind.REJECTED:
          this.liveElements--;
          break;
        default:
      }
    }
  }
}
