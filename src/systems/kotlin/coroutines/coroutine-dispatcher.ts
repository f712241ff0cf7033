import { Dispatcher } from "../../../kernel/index.ts";
import { Recorder, type Trace } from "../../../trace/index.ts";
import type { Job } from "./job.ts";

/** The dispatcher of a simulation's coroutines, and what all of them share. */
export class CoroutineDispatcher extends Dispatcher<Job> {
  /** Where events are recorded, or null. */
  readonly recorder: Recorder | null;
  /** Exceptions that nobody could be told of, in order. */
  readonly uncaught: Error[] = [];
  private jobIds = 0;

  constructor(trace: Trace | null, maxEvents: number) {
    super(maxEvents);
    this.recorder = trace === null ? null : new Recorder(trace, this);
  }

  /**
   * An exception that nobody can be told of: on the JVM it goes to the thread's handler, and the program goes
   * on. (Kotlin's `handleCoroutineException`.)
   */
  onUncaught(exception: Error): void {
    this.uncaught.push(exception);
  }

  /** The number of the next coroutine launched, from 1. */
  takeJobId(): number {
    return ++this.jobIds;
  }
}
