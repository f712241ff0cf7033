import { ReadyQueue, TimerLoop, type TimerTask } from "../../kernel/index.ts";

/** Where operators hand over tasks that must not run in the caller's call. */
export interface Scheduler {
  /** Runs `task` after the current task has returned. */
  handOver(task: () => void): void;
}

/**
 * The clock of RxJava's TestScheduler (schedulers/TestScheduler.java, 3.1.12): one timer at a time, in order of
 * (time, registration). A task that an operator hands over has the time 0, so it runs before every timer with a later
 * time; such tasks run first in, first out.
 */
export class VirtualScheduler extends TimerLoop implements Scheduler {
  /** The time in ms until which a garbage collection stops the world; no timer's task runs before it. */
  stoppedUntilMs = 0;
  /** For each timer that was due while the world was stopped, the timer that stands in for it. */
  private readonly postponed = new Map<TimerTask, TimerTask>();
  private readonly handedOver = new ReadyQueue<() => void>();

  handOver(task: () => void): void {
    // At time 0, the timers that are due have the time 0 too, so the order of registration alone decides.
    if (this.now === 0) this.at(0, task);
    else this.handedOver.push(task);
  }

  /** Registers the program's `main`, which runs as a task when the clock first runs. */
  launch(main: () => void): void {
    super.at(0, main);
  }

  override after(delayMs: number, run: () => void): TimerTask {
    let task: TimerTask | null = null;
    task = super.after(delayMs, () => this.runOrWait(() => task, run));
    return task;
  }

  override cancel(task: TimerTask): void {
    const later = this.postponed.get(task);
    this.postponed.delete(task);
    super.cancel(later ?? task);
  }

  private runOrWait(taskOf: () => TimerTask | null, run: () => void): void {
    const task = taskOf();
    if (task === null || this.stoppedUntilMs <= this.now) {
      if (task !== null) this.postponed.delete(task);
      run();
    } else {
      const goOn = () => this.runOrWait(taskOf, run);
      this.postponed.set(task, super.at(this.stoppedUntilMs, goOn));
    }
  }

  protected override hasReady(): boolean {
    return this.handedOver.size > 0;
  }

  protected override runReady(): void {
    this.handedOver.shift()();
  }
}
