import type { TimerTask } from "../../kernel/index.ts";
import { VirtualScheduler } from "../reactive/index.ts";

/**
 * The clock of Reactor's VirtualTimeScheduler (reactor-test 3.8.8). It differs from RxJava's in one thing: a task that
 * is due when it is registered runs at once, unless it is registered from within a running task. That happens when a
 * chain is connected.
 */
export class VirtualTimeScheduler extends VirtualScheduler {
  private isRunning = false;

  override at(timeMs: number, run: () => void): TimerTask {
    const task = super.at(timeMs, run);
    this.runDue();
    return task;
  }

  override handOver(task: () => void): void {
    super.handOver(task);
    this.runDue();
  }

  override step(): boolean {
    const wasRunning = this.isRunning;
    this.isRunning = true;
    const hasRun = super.step();
    this.isRunning = wasRunning;
    return hasRun;
  }

  private runDue(): void {
    while (!this.isRunning && this.peek() <= this.now) this.step();
  }
}
