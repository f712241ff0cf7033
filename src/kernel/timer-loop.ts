import { type LimitKind, RunLimitReached } from "./limits.ts";
import type { EndOfMachine, Machine } from "./machine.ts";
import { type TimerOwner, TimerQueue } from "./timer-queue.ts";

/** A callback registered for a certain time. */
export class TimerTask implements TimerOwner {
  timerSeq = 0;
  readonly run: () => void;

  constructor(run: () => void) {
    this.run = run;
  }
}

/**
 * A virtual clock that fires one timer at a time, in order of (time, registration). Between two timers,
 * even two of the same instant, `runReady` runs whatever the system puts before the next one; each subclass
 * has its own rule for that. (Kotlin's loop first moves all timers of an instant into its queue, so it uses
 * `Dispatcher` instead.)
 */
export abstract class TimerLoop implements Machine {
  private readonly timers = new TimerQueue<TimerTask>();
  private clock = 0;
  private registrations = 0;
  private eventsLeft: number;
  private readonly maxEvents: number;
  private limitReached: RunLimitReached | null = null;
  private failure: Error | null = null;
  private lateBy: (() => number) | null = null;

  /** @param maxEvents how many callbacks may run before the loop ends at its limit */
  constructor(maxEvents = 1e9) {
    this.maxEvents = maxEvents;
    this.eventsLeft = maxEvents;
  }

  get now(): number {
    return this.clock;
  }

  /** Registers `run` for `delayMs` from now; 0 or less means this instant, after what is already registered for it. */
  after(delayMs: number, run: () => void): TimerTask {
    const lateMs = this.lateBy === null || delayMs <= 0 ? 0 : this.lateBy();
    return this.at(this.clock + Math.max(0, delayMs) + lateMs, run);
  }

  lateTimers(lateBy: () => number): void {
    this.lateBy = lateBy;
  }

  /** Registers `run` for the time `timeMs`; if that is in the past, for now. */
  at(timeMs: number, run: () => void): TimerTask {
    const task = new TimerTask(run);
    this.timers.add(Math.max(timeMs, this.clock), ++this.registrations, task);
    return task;
  }

  /** Cancels `task`. Does nothing if it has already fired or been cancelled. */
  cancel(task: TimerTask): void {
    if (task.timerSeq !== 0) this.timers.cancel(task);
  }

  get end(): EndOfMachine | null {
    const { failure, limitReached } = this;
    if (limitReached !== null) {
      return { reason: "limit", limit: limitReached.limit, message: limitReached.message };
    }
    if (failure !== null) return { reason: "failed", failure };
    return this.peek() === Number.POSITIVE_INFINITY ? { reason: "completed" } : null;
  }

  peek(): number {
    if (this.limitReached !== null || this.failure !== null) return Number.POSITIVE_INFINITY;
    return this.hasReady() ? this.clock : this.timers.nextTime();
  }

  step(): boolean {
    if (this.limitReached !== null || this.failure !== null) return false;
    try {
      if (this.hasReady()) {
        this.countEvent();
        this.runReady();
        return true;
      }
      const time = this.timers.nextTime();
      if (time === Number.POSITIVE_INFINITY) return false;
      this.fire(time);
    } catch (error) {
      this.fail(error);
    }
    return true;
  }

  runUntil(timeMs: number, maxEvents = Number.POSITIVE_INFINITY): boolean {
    let left = maxEvents;
    for (let next = this.peek(); next <= timeMs && Number.isFinite(next); next = this.peek()) {
      if (left-- <= 0) return false;
      this.step();
    }
    if (timeMs > this.clock && this.end === null) this.clock = timeMs;
    return true;
  }

  /** Ends the run at a bound: throws `RunLimitReached`. */
  stop(limit: LimitKind, message: string): never {
    this.limitReached = new RunLimitReached(limit, message);
    throw this.limitReached;
  }

  /** Whether anything has to run before the next timer. */
  protected abstract hasReady(): boolean;
  /** Runs the next thing that is ready. Called only when `hasReady()`. */
  protected abstract runReady(): void;

  private fire(time: number): void {
    this.countEvent();
    this.clock = time;
    const task = this.timers.pop();
    task.timerSeq = 0;
    task.run();
  }

  private countEvent(): void {
    if (--this.eventsLeft >= 0) return;
    this.stop(
      "events",
      `the run reached its bound of ${this.maxEvents} events at ${this.clock} ms of virtual time`,
    );
  }

  private fail(error: unknown): void {
    if (error instanceof RunLimitReached) return;
    this.failure = error instanceof Error ? error : new Error(String(error));
  }
}
