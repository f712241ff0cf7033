import { ReadyQueue, TimerLoop } from "../../kernel/index.ts";

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
  private readonly handedOver = new ReadyQueue<() => void>();

  handOver(task: () => void): void {
    // At the time 0 the timers of the instant have that time as well: then registration alone decides.
    if (this.now === 0) this.at(0, task);
    else this.handedOver.push(task);
  }

  protected override hasReady(): boolean {
    return this.handedOver.size > 0;
  }

  protected override runReady(): void {
    this.handedOver.shift()();
  }
}
