import type { TimerTask } from "../../kernel/index.ts";
import { PekkoLoop } from "./pekko-loop.ts";

/**
 * The clock of a program: it calls `idle` when nothing is left to do at an instant, and garbage collections delay its
 * timers.
 */
export class ProgramLoop extends PekkoLoop {
  /** The time in ms until which a garbage collection stops the world; no timer's task runs before it. */
  stoppedUntilMs = 0;
  private readonly idle: () => void;
  /** For each timer that came due while the world was stopped, the timer that stands in for it. */
  private readonly deferred = new WeakMap<TimerTask, TimerTask>();

  /** `idle` is called whenever no island has anything left to do at the current instant. */
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
