import { type LimitKind, RunLimitReached } from "./limits.ts";
import { ReadyQueue } from "./ready-queue.ts";
import { type TimerOwner, TimerQueue } from "./timer-queue.ts";

/** Something that a dispatcher can run: a coroutine, for instance. */
export interface Dispatched extends TimerOwner {
  /** The number of this item's entries in the ready queue that a cancellation has overtaken: they are skipped. */
  staleEntries: number;
  /** Runs what is due. Only the dispatcher calls it, after making this item `current`. */
  dispatch(): void;
  /** Repeats the operation that could not begin because the slice was over. */
  redispatch(): void;
}

/** The `timerSeq` of a timer that has been moved to the ready queue but has not run yet. */
const DUE = -1;

/**
 * The virtual clock and everything scheduled on it, run in order of (time, registration).
 *
 * Invariant: everything due now is in the ready queue. When time moves on, all timers of the new
 * instant enter the queue before any of them runs, because they are older than whatever becomes ready
 * at that instant. So the queue needs no registration numbers.
 */
export class Dispatcher<T extends Dispatched> {
  /** Virtual time in ms since the start. */
  now = 0;
  /** The item whose code is running; null between runs. */
  current: T | null = null;
  /** The bound that ended the run, or null. */
  limitReached: RunLimitReached | null = null;
  /** Returns by how many ms the timer being set will be late; null while timers are punctual. */
  lateBy: (() => number) | null = null;
  private readonly ready = new ReadyQueue<T>();
  private readonly timers = new TimerQueue<T>();
  private registrations = 0;
  /** Events left in the current slice; in the whole run, if it is not sliced. */
  private eventsLeft: number;
  /** Events left for the slices after this one. */
  private eventsBeyond = 0;
  /** The item whose operation could not begin because the slice was over; it is the first to resume. */
  private paused: T | null = null;
  /** How many items are running inside another's code: their operations can't be repeated later. */
  private nested = 0;
  private readonly maxEvents: number;

  constructor(maxEvents: number) {
    this.maxEvents = maxEvents;
    this.eventsLeft = maxEvents;
  }

  /** Returns a registration number larger than any before. */
  register(): number {
    return ++this.registrations;
  }

  /** Makes `item` due now, after everything that is already due. */
  enqueue(item: T): void {
    this.ready.push(item);
  }

  /** Makes `item` due in `delayMs`, which must be more than 0. */
  schedule(item: T, delayMs: number): void {
    const lateMs = this.lateBy === null ? 0 : this.lateBy();
    this.timers.add(this.now + delayMs + lateMs, ++this.registrations, item);
  }

  /** Cancels `item`'s timer, whether it is still to come or is due but has not run yet. */
  unschedule(item: T): void {
    if (item.timerSeq > 0) {
      this.timers.cancel(item);
    } else if (item.timerSeq === DUE) {
      item.timerSeq = 0;
      item.staleEntries++;
    }
  }

  /**
   * Counts one event, and throws `RunLimitReached` when the run's events are used up. After a bound
   * was reached it returns false, because code that caught the exception must get no further: an operation
   * that can suspend then suspends for good, and any other does nothing.
   */
  countEvent(): boolean {
    return --this.eventsLeft >= 0 || this.outOfEvents();
  }

  /**
   * Counts one event for an operation that can be repeated. Unlike `countEvent`, it also returns false when the slice
   * is over: the caller must then suspend without having done anything, and the next slice repeats the operation.
   */
  countOrPause(): boolean {
    return --this.eventsLeft >= 0 || this.pauseOrStop();
  }

  /** Whether the operation that was just refused will be repeated in the next slice. */
  get isPaused(): boolean {
    return this.paused !== null;
  }

  /** Ends the run at a bound: throws `RunLimitReached`, and refuses every event from then on. */
  stop(limit: LimitKind, message: string): never {
    this.eventsLeft = 0;
    this.eventsBeyond = 0;
    this.limitReached = new RunLimitReached(limit, message);
    throw this.limitReached;
  }

  /** Virtual time of the next event, in ms; Infinity when nothing is left to run. */
  nextEventTime(): number {
    const { ready } = this;
    if (this.paused !== null) return this.now;
    while (ready.size > 0) {
      if (ready.first().staleEntries === 0) return this.now;
      ready.shift().staleEntries--;
    }
    return this.timers.nextTime();
  }

  /** Runs one event. Returns false if nothing is left to run. */
  step(): boolean {
    this.slice(Number.POSITIVE_INFINITY);
    if (this.resumePaused()) return true;
    for (;;) {
      if (this.ready.size > 0) {
        if (this.dispatchNext()) {
          this.current = null;
          return true;
        }
      } else {
        const time = this.timers.nextTime();
        if (time === Number.POSITIVE_INFINITY) return false;
        this.now = time;
        this.enqueueDue(time);
      }
    }
  }

  /**
   * Runs every event up to and including `timeMs`, but at most about `maxEvents` of them. Returns whether it got to
   * `timeMs`.
   */
  runUntil(timeMs: number, maxEvents: number): boolean {
    this.slice(maxEvents);
    this.resumePaused();
    const arrived = this.advance(timeMs);
    this.current = null;
    return arrived;
  }

  /** Runs `item` at once, inside the current item's code. Its operations there can't be put off to another slice. */
  runInside(item: T): void {
    const { current } = this;
    this.current = item;
    this.nested++;
    item.dispatch();
    this.nested--;
    this.current = current;
  }

  private advance(timeMs: number): boolean {
    const { ready, timers } = this;
    for (;;) {
      while (ready.size > 0) {
        if (this.isSliceOver()) return false;
        this.dispatchNext();
      }
      if (this.paused !== null) return false;
      const time = timers.nextTime();
      if (time > timeMs || time === Number.POSITIVE_INFINITY) return true;
      if (this.isSliceOver()) return false;
      this.now = time;
      const item = timers.pop();
      if (timers.nextTime() === time) {
        item.timerSeq = DUE;
        ready.push(item);
        this.enqueueDue(time);
      } else {
        this.run(item);
      }
    }
  }

  private dispatchNext(): boolean {
    const item = this.ready.shift();
    if (item.staleEntries !== 0) {
      item.staleEntries--;
      return false;
    }
    this.run(item);
    return true;
  }

  private run(item: T): void {
    if (!this.countEvent()) throw this.limitReached;
    item.timerSeq = 0;
    this.current = item;
    item.dispatch();
  }

  private resumePaused(): boolean {
    const { paused } = this;
    if (paused === null) return false;
    this.paused = null;
    this.current = paused;
    paused.redispatch();
    this.current = null;
    return true;
  }

  private slice(maxEvents: number): void {
    const all = this.eventsLeft + this.eventsBeyond;
    this.eventsLeft = Math.min(all, maxEvents);
    this.eventsBeyond = all - this.eventsLeft;
  }

  private isSliceOver(): boolean {
    return this.eventsLeft <= 0 && this.eventsBeyond > 0;
  }

  private pauseOrStop(): boolean {
    if (this.limitReached !== null || this.eventsBeyond === 0 || this.nested > 0) {
      return this.outOfEvents();
    }
    this.eventsLeft = 0;
    this.paused = this.current;
    return false;
  }

  private outOfEvents(): boolean {
    if (this.limitReached !== null) return false;
    if (this.eventsBeyond > 0) {
      // An operation that can't be repeated runs although the slice is over.
      this.eventsLeft = 0;
      this.eventsBeyond--;
      return true;
    }
    return this.stop(
      "events",
      `the run reached its bound of ${this.maxEvents} events at ${this.now} ms of virtual time`,
    );
  }

  private enqueueDue(time: number): void {
    const { ready, timers } = this;
    while (timers.nextTime() === time) {
      const item = timers.pop();
      item.timerSeq = DUE;
      ready.push(item);
    }
  }
}
