import type { LossRule, StationLog } from "../../../trace/index.ts";
import type { ChannelRecorder } from "../channels/index.ts";

/** Passes a channel's reports about its elements on to a station's log. */
export class StationRecorder implements ChannelRecorder {
  private readonly log: StationLog;
  /** How often each element was handed over to a receiver that has not run yet. */
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
    // An element that was handed over was never in the buffer.
    if (!this.takeHandedOver(element)) this.log.left(element);
  }

  lost(_station: number, _who: number, element: number, rule: LossRule): void {
    this.takeHandedOver(element);
    this.log.lost(element, rule);
  }

  /** Ignored: a station's log knows only elements, not the coroutines that are held. */
  held(): void {}

  /** Ignored, like `held`. */
  released(): void {}

  private takeHandedOver(element: number): boolean {
    const times = this.handedOver.get(element) ?? 0;
    if (times > 1) this.handedOver.set(element, times - 1);
    else this.handedOver.delete(element);
    return times > 0;
  }
}
