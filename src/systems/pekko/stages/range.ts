import type { StationLog } from "../../../trace/index.ts";
import { SourceStage } from "../stage-kinds.ts";

/**
 * `Source.range(start, end)`: the whole numbers from `start` to `end`, both included, each made when it is pulled.
 * Completes with the last one. (`impl/fusing/IterableSource.scala`, Pekko 1.7.0)
 */
export class Range extends SourceStage<number> {
  private next: number;
  private readonly end: number;

  constructor(start: number, end: number, log: StationLog | null = null) {
    super(log);
    this.next = start;
    this.end = end;
  }

  override onPull(): void {
    const { next, end } = this;
    if (next <= end) {
      this.next++;
      this.log?.made(next);
      this.push(next);
    }
    if (this.next > end) this.completeStage();
  }
}
