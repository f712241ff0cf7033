import { ReadyQueue, TimerLoop, type TimerTask } from "../../kernel/index.ts";

/** Where operators hand over what they do not do in the caller's call. */
export interface Scheduler {
  /** Runs `task` when the current one is over. */
  handOver(task: () => void): void;
}

/**
 * The clock of RxJava's TestScheduler (schedulers/TestScheduler.java, 3.1.12): one timer at a time, in order of
 * (time, registration). A task that an operator hands over has the time 0: it runs before every timer that is
 * registered for a later time, first in first out.
 */
export class VirtualScheduler extends TimerLoop implements Scheduler {
  /** Until when the world is stopped by a garbage collection, in ms: meanwhile no timer fires. */
  stoppedUntilMs = 0;
  /** Timers that were due while the world was stopped, and what they wait for instead. */
  private readonly postponed = new Map<TimerTask, TimerTask>();
  private readonly handedOver = new ReadyQueue<() => void>();

  handOver(task: () => void): void {
    // At the time 0 the timers of the instant have that time as well: then registration alone decides.
    if (this.now === 0) this.at(0, task);
    else this.handedOver.push(task);
  }

  /** Registers the program's `main`: it runs when the clock is first told to run, as any task does. */
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
