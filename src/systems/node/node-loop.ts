import { ReadyQueue, TimerLoop } from "../../kernel/index.ts";

type Callback = () => void;

/**
 * Node's event loop on the virtual clock. Between two timers it empties the queue of `process.nextTick` and then that
 * of promise jobs, and both again while either holds something. Then it runs one immediate, and begins again with the
 * ticks (`internal/process/task_queues.js`, Node 20).
 *
 * A timer fires like a promise job: the jobs that it queues run before its ticks. Real timers run the ticks first, but
 * a clock that resumes a program through promises behaves like this one, and such a clock made the recordings.
 */
export class NodeLoop extends TimerLoop {
  private readonly ticks = new ReadyQueue<Callback>();
  private readonly jobs = new ReadyQueue<Callback>();
  private readonly immediates = new ReadyQueue<Callback>();
  /** The rest of the call that gave way, or null. */
  private rest: Callback | null = null;
  /** Whether promise jobs are being run, all of which come before the next tick. */
  private inJobs = true;

  /** `process.nextTick(run)`: runs it after the current call, before promise jobs and timers. */
  nextTick(run: Callback): void {
    this.ticks.push(run);
  }

  /** `queueMicrotask(run)`: queues it with the promise jobs. */
  promiseJob(run: Callback): void {
    this.jobs.push(run);
  }

  /** `setImmediate(run)`: runs it when no tick and no promise job is left. */
  immediate(run: Callback): void {
    this.immediates.push(run);
  }

  /**
   * Interrupts a call, so that the clock can stop there: `run` is the rest of the call, and runs before anything else.
   * Must be the last thing that the call does. In this way each round of an endless loop is an event, and a run can be
   * stopped between two of them. Throws if a call has already given way.
   */
  giveWay(run: Callback): void {
    if (this.rest !== null) throw new Error("a call that has given way can't do so again");
    this.rest = run;
  }

  protected override hasReady(): boolean {
    if (this.rest !== null) return true;
    return this.ticks.size > 0 || this.jobs.size > 0 || this.immediates.size > 0;
  }

  protected override runReady(): void {
    const run = this.next();
    run();
    // A timer comes next.
    if (!this.hasReady()) this.inJobs = true;
  }

  private next(): Callback {
    const { ticks, jobs, rest } = this;
    if (rest !== null) {
      this.rest = null;
      return rest;
    }
    if (this.inJobs && jobs.size > 0) return jobs.shift();
    this.inJobs = false;
    if (ticks.size > 0) return ticks.shift();
    if (jobs.size === 0) return this.immediates.shift();
    this.inJobs = true;
    return jobs.shift();
  }
}
