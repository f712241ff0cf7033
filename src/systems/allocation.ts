/** What making an element costs a program on a `TimerLoop`: room in the heap, and sometimes a collection. */
import type { TimerLoop } from "../kernel/index.ts";
import type { Recorder } from "../trace/index.ts";
import type { Heap } from "./heap.ts";
import { GAUGES } from "./topology.ts";

interface Allocating {
  /** The heap that elements take room in; null if they take none. */
  readonly heap: Heap | null;
  /** The loop that ends when the heap is full and stands still while garbage is collected. */
  readonly clock: TimerLoop & { stoppedUntilMs: number };
  readonly recorder: Recorder;
  /** The number of the station whose gauge shows until when the world is stopped. */
  readonly workers: number;
  /** The actor that made the element. */
  readonly who: number;
}

/**
 * Makes room for an element; to be called right after each one is made. Throws `RunLimitReached` if the heap is full,
 * and extends the clock's stop by the pause of a collection.
 */
export function allocate({ heap, clock, recorder, workers, who }: Allocating): void {
  if (heap === null) return;
  const pauseMs = heap.collect();
  if (heap.isFull) clock.stop("heap", "out of memory");
  if (pauseMs === 0) return;
  clock.stoppedUntilMs = Math.max(clock.stoppedUntilMs, clock.now) + pauseMs;
  recorder.gauge(workers, who, GAUGES.workers.indexOf("stoppedUntilMs"), clock.stoppedUntilMs);
}
