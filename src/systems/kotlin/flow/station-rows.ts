import { DropRule, type LossRule, type StationLog, TraceKind } from "../../../trace/index.ts";
import type { ChannelRows } from "../channels/index.ts";
import { DROP_LATEST, DROP_OLDEST, UNDELIVERED } from "./loss-rules.ts";

const RULES: Readonly<Record<number, LossRule>> = {
  [DropRule.OLDEST]: DROP_OLDEST,
  [DropRule.LATEST]: DROP_LATEST,
};

/** Tells a station what a channel says of its elements. */
export class StationRows implements ChannelRows {
  private readonly log: StationLog;
  /** Elements that were handed over and whose receiver has not run yet, with how often. */
  private readonly handedOver = new Map<number, number>();

  constructor(log: StationLog) {
    this.log = log;
  }

  add(_timeMs: number, kind: TraceKind, _who: number, element: number, detail = 0): void {
    const { log } = this;
    switch (kind) {
      case TraceKind.ACCEPTED:
        log.entered(element);
        break;
      case TraceKind.HANDED_OVER:
        this.handedOver.set(element, (this.handedOver.get(element) ?? 0) + 1);
        log.passed(element);
        break;
      case TraceKind.RECEIVED:
        // One that was handed over has never been in the buffer.
        if (!this.takeHandedOver(element)) log.left(element);
        break;
      case TraceKind.DROPPED:
        this.takeHandedOver(element);
        log.lost(element, RULES[detail] ?? UNDELIVERED);
        break;
      default:
    }
  }

  private takeHandedOver(element: number): boolean {
    const times = this.handedOver.get(element) ?? 0;
    if (times > 1) this.handedOver.set(element, times - 1);
    else this.handedOver.delete(element);
    return times > 0;
  }
}
