import { type EndOfMachine, type Machine, RunLimitReached } from "../../../kernel/index.ts";
import type { Recorder, Trace } from "../../../trace/index.ts";
import { CoroutineDispatcher } from "./coroutine-dispatcher.ts";
import { DelayOperation } from "./delay.ts";
import { type Body, Job } from "./job.ts";
import type { Suspending } from "./steps.ts";
import { YieldOperation } from "./yield.ts";

/** The bounds that end a simulation. */
export interface SimLimits {
  /** The most events: steps of coroutines, and operations. */
  readonly events: number;
  /** The most elements that may wait in any one channel. */
  readonly elements: number;
}

export interface SimOptions {
  /** The trace in which channels and jobs record what happens; without it, nothing is recorded. */
  readonly trace?: Trace;
  readonly limits?: Partial<SimLimits>;
}

/** Why a simulation has ended. */
export type SimEnd = EndOfMachine;

const DEFAULT_LIMITS: SimLimits = {
  events: 1e9,
  elements: 1e8,
};

/**
 * One simulation: a virtual clock, its coroutines, and nothing shared with any other. Events run in
 * order of (time, registration), as on kotlinx-coroutines-test; a run is a function of its program.
 */
export class Sim implements Machine {
  /** The dispatcher, for channels, semaphores and scopes. */
  readonly dispatcher: CoroutineDispatcher;
  readonly limits: SimLimits;
  private readonly root: Job;
  private readonly delayOperation: DelayOperation;
  private readonly yieldOperation: YieldOperation;

  constructor(options: SimOptions = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.dispatcher = new CoroutineDispatcher(options.trace ?? null, this.limits.events);
    this.root = Job.root(this.dispatcher);
    this.delayOperation = new DelayOperation(this.dispatcher);
    this.yieldOperation = new YieldOperation(this.dispatcher);
  }

  lateTimers(lateBy: () => number): void {
    this.dispatcher.lateBy = lateBy;
  }

  /** Virtual time in ms since the start. */
  get now(): number {
    return this.dispatcher.now;
  }

  /** The recorder to which channels, jobs and programs report what happens; null if nothing is recorded. */
  get recorder(): Recorder | null {
    return this.dispatcher.recorder;
  }

  /** The exceptions that could be thrown in no coroutine, in order. They do not end the simulation. */
  get uncaught(): readonly Error[] {
    return this.dispatcher.uncaught;
  }

  /** The running coroutine. Throws if no coroutine is running. */
  get current(): Job {
    const { current } = this.dispatcher;
    if (current === null) throw new Error("Sim.current: no coroutine is running");
    return current;
  }

  /** Launches a coroutine in the simulation's own scope: its failure ends the simulation. */
  launch(body: Body<unknown>, name = ""): Job {
    return this.root.launch(body, name);
  }

  /** `yield* sim.delay(ms)`: suspends for `ms`. If `ms` is 0 or less, it returns at once, without yielding. */
  delay(ms: number): Suspending<void> {
    return this.delayOperation.of(ms);
  }

  /** `yield* sim.yield()`: suspends until everything that is due now has run. */
  yield(): Suspending<void> {
    return this.yieldOperation;
  }

  /** Returns the virtual time of the next event, in ms; Infinity when nothing is left to run. */
  peek(): number {
    const { dispatcher } = this;
    return dispatcher.limitReached === null ? dispatcher.nextEventTime() : Number.POSITIVE_INFINITY;
  }

  /** Moves the clock to the next event and runs it. Returns false if there is none. */
  step(): boolean {
    if (this.dispatcher.limitReached !== null) return false;
    try {
      return this.dispatcher.step();
    } catch (error) {
      this.noteLimit(error);
      return true;
    }
  }

  /**
   * Runs every event up to and including `timeMs` and leaves the clock there (Infinity: runs to the
   * end), or stops after about `maxEvents` events and returns false. Reaching a bound ends the run: see `end`.
   */
  runUntil(timeMs: number, maxEvents = Number.POSITIVE_INFINITY): boolean {
    if (this.dispatcher.limitReached !== null || timeMs < this.now) return true;
    try {
      if (!this.dispatcher.runUntil(timeMs, maxEvents)) return false;
      if (timeMs > this.dispatcher.now && this.end === null) this.dispatcher.now = timeMs;
    } catch (error) {
      this.noteLimit(error);
    }
    return true;
  }

  /** Why the simulation has ended; null while there are events to come. */
  get end(): SimEnd | null {
    const { limitReached } = this.dispatcher;
    if (limitReached !== null) {
      return { reason: "limit", limit: limitReached.limit, message: limitReached.message };
    }
    if (this.dispatcher.nextEventTime() !== Number.POSITIVE_INFINITY) return null;
    if (this.root.hasChildren) return { reason: "stalled" };
    const failure = this.root.outcome();
    return failure === null ? { reason: "completed" } : { reason: "failed", failure };
  }

  /** Rethrows `RunLimitReached`. For code that catches what coroutines throw: it must let that exception through. */
  rethrowLimit(error: unknown): void {
    if (error instanceof RunLimitReached) throw error;
  }

  /** Rethrows everything except `RunLimitReached`, which `end` reports. */
  private noteLimit(error: unknown): void {
    if (!(error instanceof RunLimitReached)) throw error;
  }
}
