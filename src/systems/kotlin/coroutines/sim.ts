import { type EndOfMachine, type Machine, RunLimitReached } from "../../../kernel/index.ts";
import type { Recorder, Trace } from "../../../trace/index.ts";
import { CoroutineDispatcher } from "./coroutine-dispatcher.ts";
import { DelayOperation } from "./delay.ts";
import { type Body, Job } from "./job.ts";
import type { Suspending } from "./steps.ts";
import { YieldOperation } from "./yield.ts";

/** What a simulation may use up before it is ended. */
export interface SimLimits {
  /** Events: steps of coroutines and operations that did not suspend. */
  readonly events: number;
  /** Elements waiting in any one channel. */
  readonly elements: number;
}

export interface SimOptions {
  /** Where channels and jobs record what happens; nothing is recorded without it. */
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
  /** For channels, semaphores and scopes. */
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

  /** Where channels, jobs and programs record what happens, or null. */
  get recorder(): Recorder | null {
    return this.dispatcher.recorder;
  }

  /** Exceptions that no coroutine could be told of, in order. They end nothing. */
  get uncaught(): readonly Error[] {
    return this.dispatcher.uncaught;
  }

  /** The coroutine that is running. Throws when called from outside one. */
  get current(): Job {
    const { current } = this.dispatcher;
    if (current === null) throw new Error("Sim.current: no coroutine is running");
    return current;
  }

  /** Launches a coroutine in the simulation's own scope: its failure ends the simulation. */
  launch(body: Body<unknown>, name = ""): Job {
    return this.root.launch(body, name);
  }

  /** `yield* sim.delay(ms)`: goes on `ms` later. 0 or less returns at once, without yielding. */
  delay(ms: number): Suspending<void> {
    return this.delayOperation.of(ms);
  }

  /** `yield* sim.yield()`: goes on after everything that is due now. */
  yield(): Suspending<void> {
    return this.yieldOperation;
  }

  /** Virtual time of the next event in ms; Infinity when nothing is left to run. */
  peek(): number {
    const { dispatcher } = this;
    return dispatcher.limitReached === null ? dispatcher.nextEventTime() : Number.POSITIVE_INFINITY;
  }

  /** Runs the next event, moving the clock to it. Returns false when there is none. */
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
   * end). Reaching a bound ends the run: see `end`.
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

  /** Why the simulation has ended, or null while events are to come. */
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

  /** For code that catches what its coroutines throw: a bound that was reached must go through. */
  rethrowLimit(error: unknown): void {
    if (error instanceof RunLimitReached) throw error;
  }

  /** Rethrows everything except `RunLimitReached`, which `end` reports. */
  private noteLimit(error: unknown): void {
    if (!(error instanceof RunLimitReached)) throw error;
  }
}
