import { ReadyQueue, TimerLoop } from "../../kernel/index.ts";

type Callback = () => void;

/**
 * Node's event loop on the virtual clock. Between two timers it empties, in this order, the queue of
 * `process.nextTick`, then that of promise jobs (and both again while either holds something), then runs
 * one immediate, after which it begins again with the ticks (`internal/process/task_queues.js`, Node 20).
 *
 * A timer fires as a promise job does: the jobs that it queues run before its ticks. Real timers run the
 * ticks first; a clock that resumes a program through promises does as this one, and so do the recordings.
 */
export class NodeLoop extends TimerLoop {
  private readonly ticks = new ReadyQueue<Callback>();
  private readonly jobs = new ReadyQueue<Callback>();
  private readonly immediates = new ReadyQueue<Callback>();
  /** What is left of the call that has given way. */
  private rest: Callback | null = null;
  /** Whether promise jobs are being run: then all of them come before the next tick. */
  private inJobs = true;

  /** `process.nextTick(run)`: after what runs now, before promise jobs and timers. */
  nextTick(run: Callback): void {
    this.ticks.push(run);
  }

  /** `queueMicrotask(run)`: in the queue of promise jobs. */
  promiseJob(run: Callback): void {
    this.jobs.push(run);
  }

  /** `setImmediate(run)`: when no tick and no promise job is left. */
  immediate(run: Callback): void {
    this.immediates.push(run);
  }

  /**
   * Gives way in the middle of a call, as its last deed: `run` is the rest of that call, and goes on before anything
   * else. So a loop that never ends is as many events as it has rounds, and whoever plays it can stop between two.
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
    // What comes next is a timer.
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
