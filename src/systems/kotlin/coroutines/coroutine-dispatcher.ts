import { Dispatcher } from "../../../kernel/index.ts";
import { Recorder, type Trace } from "../../../trace/index.ts";
import type { Job } from "./job.ts";

/** The dispatcher of a simulation's coroutines, with the recorder and the job ids that they share. */
export class CoroutineDispatcher extends Dispatcher<Job> {
  /** The recorder of events; null if none are recorded. */
  readonly recorder: Recorder | null;
  /** The exceptions that could be thrown nowhere, in order. */
  readonly uncaught: Error[] = [];
  private jobIds = 0;

  constructor(trace: Trace | null, maxEvents: number) {
    super(maxEvents);
    this.recorder = trace === null ? null : new Recorder(trace, this);
  }

  /**
   * Notes an exception that can be thrown nowhere. On the JVM it goes to the thread's handler, and the program
   * continues (Kotlin's `handleCoroutineException`).
   */
  onUncaught(exception: Error): void {
    this.uncaught.push(exception);
  }

  /** Returns the number for the next coroutine to be launched, from 1. */
  takeJobId(): number {
    return ++this.jobIds;
  }
}
