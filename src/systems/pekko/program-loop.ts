import type { TimerTask } from "../../kernel/index.ts";
import { PekkoLoop } from "./pekko-loop.ts";

/**
 * The clock of a program: it tells when nothing is left to do at an instant, and garbage collections stop its timers.
 */
export class ProgramLoop extends PekkoLoop {
  /** Until when the world is stopped, in ms. */
  stoppedUntilMs = 0;
  private readonly idle: () => void;
  /** Timers that came due while the world was stopped, by those that they stand for. */
  private readonly deferred = new WeakMap<TimerTask, TimerTask>();

  /** `idle` runs whenever every island has done what there was to do. */
  constructor(maxEvents: number, idle: () => void) {
    super(maxEvents);
    this.idle = idle;
  }

  override at(timeMs: number, run: () => void): TimerTask {
    const task: TimerTask = super.at(timeMs, () => this.runOrWait(task, run));
    return task;
  }

  override cancel(task: TimerTask): void {
    super.cancel(this.deferred.get(task) ?? task);
  }

  protected override runReady(): void {
    super.runReady();
    if (!this.hasReady()) this.idle();
  }

  private runOrWait(task: TimerTask, run: () => void): void {
    const { stoppedUntilMs } = this;
    if (stoppedUntilMs <= this.now) run();
    else
      this.deferred.set(
        task,
        super.at(stoppedUntilMs, () => this.runOrWait(task, run)),
      );
  }
}
