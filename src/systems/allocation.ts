/** What each element that is made costs a program on a loop of timers: room in its heap, and at times a collection. */
import type { TimerLoop } from "../kernel/index.ts";
import type { Recorder } from "../trace/index.ts";
import type { Heap } from "./heap.ts";
import { GAUGES } from "./topology.ts";

interface Allocating {
  /** Null where elements take no room. */
  readonly heap: Heap | null;
  /** Ends when the heap is full, and stands still while garbage is collected. */
  readonly clock: TimerLoop & { stoppedUntilMs: number };
  readonly recorder: Recorder;
  /** The station whose gauge shows that the world is stopped. */
  readonly workers: number;
  /** The actor that made the element. */
  readonly who: number;
}

/** To be called for each element, when it was just made. */
export function allocate({ heap, clock, recorder, workers, who }: Allocating): void {
  if (heap === null) return;
  const pauseMs = heap.collect();
  if (heap.isFull) clock.stop("heap", "out of memory");
  if (pauseMs === 0) return;
  clock.stoppedUntilMs = Math.max(clock.stoppedUntilMs, clock.now) + pauseMs;
  recorder.gauge(workers, who, GAUGES.workers.indexOf("stoppedUntilMs"), clock.stoppedUntilMs);
}
