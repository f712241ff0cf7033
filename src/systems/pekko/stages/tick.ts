import type { TimerTask } from "../../../kernel/index.ts";
import type { StationLog } from "../../../trace/index.ts";
import { SourceStage } from "../stage-kinds.ts";

/**
 * `Source.tick(initialDelay, interval, tick)`: makes an element every `interval` if it has been pulled by then. A tick
 * without demand makes none. (`TickSource` of `impl/fusing/GraphStages.scala`, Pekko 1.7.0)
 */
export class Tick<T> extends SourceStage<T> {
  private readonly initialDelayMs: number;
  private readonly intervalMs: () => number;
  private readonly make: () => T;
  private timer: TimerTask | null = null;

  /**
   * `make` is called at each tick that has demand. If `intervalMs` is a function, it is called whenever the next tick
   * is scheduled: an interval never changes in the library, but on the page it may.
   */
  constructor(
    initialDelayMs: number,
    intervalMs: number | (() => number),
    make: () => T,
    log: StationLog | null = null,
  ) {
    super(log);
    this.initialDelayMs = initialDelayMs;
    this.intervalMs = typeof intervalMs === "number" ? () => intervalMs : intervalMs;
    this.make = make;
  }

  override preStart(): void {
    this.schedule(this.initialDelayMs);
  }

  override onPull(): void {}

  override postStop(): void {
    if (this.timer !== null) this.island.loop.cancel(this.timer);
  }

  private schedule(delayMs: number): void {
    this.timer = this.island.loop.after(delayMs, () => {
      this.schedule(this.intervalMs());
      this.invoke(() => this.tick());
    });
  }

  private tick(): void {
    if (!this.isAvailable) return;
    const element = this.make();
    this.log?.made(element);
    this.push(element);
  }
}
