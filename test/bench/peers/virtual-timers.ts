import { TimerQueue } from "../../../src/kernel/timer-queue.ts";

interface Timer {
  timerSeq: number;
  readonly wake: () => void;
}

/**
 * A virtual clock with callbacks, for peers that have none. It uses the engine's own heap, so that the
 * comparison is between coroutines and not between heaps.
 */
export class VirtualTimers {
  now = 0;
  private readonly queue = new TimerQueue<Timer>();
  private registrations = 0;

  add(delayMs: number, wake: () => void): void {
    this.queue.add(this.now + delayMs, ++this.registrations, { timerSeq: 0, wake });
  }

  /** Moves to the next instant and calls all its timers; false if there is none up to `timeMs`. */
  advance(timeMs: number): boolean {
    const time = this.queue.nextTime();
    if (time > timeMs || time === Number.POSITIVE_INFINITY) return false;
    this.now = time;
    do this.queue.pop().wake();
    while (this.queue.nextTime() === time);
    return true;
  }
}
