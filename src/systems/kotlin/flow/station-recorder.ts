import type { LossRule, StationLog } from "../../../trace/index.ts";
import type { ChannelRecorder } from "../channels/index.ts";

/** Tells a station what a channel says of its elements. */
export class StationRecorder implements ChannelRecorder {
  private readonly log: StationLog;
  /** Elements that were handed over and whose receiver has not run yet, with how often. */
  private readonly handedOver = new Map<number, number>();

  constructor(log: StationLog) {
    this.log = log;
  }

  entered(_station: number, _who: number, element: number): void {
    this.log.entered(element);
  }

  passed(_station: number, _who: number, element: number): void {
    this.handedOver.set(element, (this.handedOver.get(element) ?? 0) + 1);
    this.log.passed(element);
  }

  left(_station: number, _who: number, element: number): void {
    // One that was handed over has never been in the buffer.
    if (!this.takeHandedOver(element)) this.log.left(element);
  }

  lost(_station: number, _who: number, element: number, rule: LossRule): void {
    this.takeHandedOver(element);
    this.log.lost(element, rule);
  }

  /** Whom the channel holds is told by nobody here: a station log knows elements only. */
  held(): void {}

  released(): void {}

  private takeHandedOver(element: number): boolean {
    const times = this.handedOver.get(element) ?? 0;
    if (times > 1) this.handedOver.set(element, times - 1);
    else this.handedOver.delete(element);
    return times > 0;
  }
}
