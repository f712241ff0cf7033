import { type LimitKind, RunLimitReached } from "./limits.ts";
import { ReadyQueue } from "./ready-queue.ts";
import { type TimerOwner, TimerQueue } from "./timer-queue.ts";

/** What a dispatcher runs. */
export interface Dispatched extends TimerOwner {
  /** Entries of the ready queue that were overtaken by a cancellation and must be passed over. */
  staleEntries: number;
  /** Runs what is due: called by the dispatcher only, which has made it `current`. */
  dispatch(): void;
  /** Calls the operation again that could not begin because a slice was over. */
  redispatch(): void;
}

/** A timer that has been moved to the ready queue and not run yet. */
const DUE = -1;

/**
 * The virtual clock and what is to run on it, in order of (time, registration).
 *
 * Invariant: what is due now stands in the ready queue. When time moves on, all timers of the new
 * instant enter the queue before any of them runs, because they are older than whatever becomes ready
 * at that instant. So the queue needs no registration numbers.
 */
export class Dispatcher<T extends Dispatched> {
  /** Virtual time in ms since the start. */
  now = 0;
  /** Whose code is running; null between runs. */
  current: T | null = null;
  /** The bound that ended the run, or null. */
  limitReached: RunLimitReached | null = null;
  /** By how many ms the next timer is late; null where timers keep to their time. */
  lateBy: (() => number) | null = null;
  private readonly ready = new ReadyQueue<T>();
  private readonly timers = new TimerQueue<T>();
  private registrations = 0;
  /** Events left in the slice that is run; in all, where the run is not sliced. */
  private eventsLeft: number;
  /** Events left beyond this slice. */
  private eventsBeyond = 0;
  /** Whose operation could not begin because the slice was over; it is the first to go on. */
  private paused: T | null = null;
  /** How many run inside the code of another: an operation of theirs can't be begun again later. */
  private nested = 0;
  private readonly maxEvents: number;

  constructor(maxEvents: number) {
    this.maxEvents = maxEvents;
    this.eventsLeft = maxEvents;
  }

  /** The next registration number: larger than any before. */
  register(): number {
    return ++this.registrations;
  }

  /** Lets `item` run now, after everything that is already due. */
  enqueue(item: T): void {
    this.ready.push(item);
  }

  /** Lets `item` run `delayMs` from now; more than 0. */
  schedule(item: T, delayMs: number): void {
    const lateMs = this.lateBy === null ? 0 : this.lateBy();
    this.timers.add(this.now + delayMs + lateMs, ++this.registrations, item);
  }

  /** Takes back `item`'s timer, whether it is still to come or due and not yet run. */
  unschedule(item: T): void {
    if (item.timerSeq > 0) {
      this.timers.cancel(item);
    } else if (item.timerSeq === DUE) {
      item.timerSeq = 0;
      item.staleEntries++;
    }
  }

  /**
   * Counts one event against the bound on events, and throws `RunLimitReached` when it is used up.
   * False once a bound was reached: code that caught the exception must get no further. An operation
   * that can suspend then does so for good; another one does nothing.
   */
  countEvent(): boolean {
    return --this.eventsLeft >= 0 || this.outOfEvents();
  }

  /**
   * The same for an operation that can be begun again: false too when the slice is over. Whoever is running must
   * then suspend without having done anything; the operation is begun anew when the run goes on.
   */
  countOrPause(): boolean {
    return --this.eventsLeft >= 0 || this.pauseOrStop();
  }

  /** Whether the operation that was just refused is begun again later. */
  get isPaused(): boolean {
    return this.paused !== null;
  }

  /** Ends the run because a bound was reached. */
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

  /** Runs one event. Returns whether there was one. */
  step(): boolean {
    this.slice(Number.POSITIVE_INFINITY);
    if (this.goOnWithPaused()) return true;
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

  /** Runs every event up to and including `timeMs`, but at most `maxEvents`. Returns whether it got so far. */
  runUntil(timeMs: number, maxEvents: number): boolean {
    this.slice(maxEvents);
    this.goOnWithPaused();
    const arrived = this.advance(timeMs);
    this.current = null;
    return arrived;
  }

  /** Runs `item` now, inside the code of whoever is running. What it does there can't be put off to another slice. */
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

  private goOnWithPaused(): boolean {
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
      // What can't be begun again runs although the slice is over.
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
