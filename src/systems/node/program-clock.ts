import type { TimerTask } from "../../kernel/index.ts";
import { NodeLoop } from "./node-loop.ts";

/** The loop of a program whose garbage collections stop the world; meanwhile no timer of the program fires. */
export class ProgramClock extends NodeLoop {
  /** The time in ms until which a garbage collection stops the world. */
  stoppedUntilMs = 0;

  override after(delayMs: number, run: () => void): TimerTask {
    return super.after(delayMs, () => this.runOrWait(run));
  }

  private runOrWait(run: () => void): void {
    if (this.stoppedUntilMs > this.now) this.at(this.stoppedUntilMs, () => this.runOrWait(run));
    else run();
  }
}
