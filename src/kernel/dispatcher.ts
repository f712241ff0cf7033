import { type LimitKind, RunLimitReached } from "./limits.ts";
import { ReadyQueue } from "./ready-queue.ts";
import { type TimerOwner, TimerQueue } from "./timer-queue.ts";

/** What a dispatcher runs. */
export interface Dispatched extends TimerOwner {
  /** Entries of the ready queue that were overtaken by a cancellation and must be passed over. */
  staleEntries: number;
  /** Runs what is due: called by the dispatcher only, which has made it `current`. */
  dispatch(): void;
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
  private readonly ready = new ReadyQueue<T>();
  private readonly timers = new TimerQueue<T>();
  private registrations = 0;
  private eventsLeft: number;
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
    this.timers.add(this.now + delayMs, ++this.registrations, item);
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

  /** Ends the run because a bound was reached. */
  stop(limit: LimitKind, message: string): never {
    this.eventsLeft = 0;
    this.limitReached = new RunLimitReached(limit, message);
    throw this.limitReached;
  }

  /** Virtual time of the next event, in ms; Infinity when nothing is left to run. */
  nextEventTime(): number {
    const { ready } = this;
    while (ready.size > 0) {
      if (ready.first().staleEntries === 0) return this.now;
      ready.shift().staleEntries--;
    }
    return this.timers.nextTime();
  }

  /** Runs one event. Returns whether there was one. */
  step(): boolean {
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

  /** Runs every event up to and including `timeMs`. */
  runUntil(timeMs: number): void {
    const { ready, timers } = this;
    for (;;) {
      while (ready.size > 0) this.dispatchNext();
      const time = timers.nextTime();
      if (time > timeMs || time === Number.POSITIVE_INFINITY) break;
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
    this.current = null;
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

  private outOfEvents(): boolean {
    if (this.limitReached !== null) return false;
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
