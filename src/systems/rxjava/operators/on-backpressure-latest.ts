import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { BufferingOperator, type Operator, type Subscriber } from "../../reactive/index.ts";

/** A newer element came before this one was requested. */
export const LATEST = defineLoss("rxjava-latest", "dropped", {
  ko: "더 새 요소가 와서 onBackpressureLatest가 버림",
  en: "dropped by onBackpressureLatest for a newer one",
});

/**
 * `onBackpressureLatest(onDropped)` (FlowableOnBackpressureLatest.java, 3.1.12): keeps the newest element that has not
 * been requested. `onDropped` is called with each element that a newer one replaces (since 3.1.7). An error does not
 * wait for the element.
 */
export function onBackpressureLatest<T>(
  onDropped: ((element: T) => void) | null,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return (downstream) => new LatestOperator(downstream, onDropped, station, connection);
}

class LatestOperator<T> extends BufferingOperator<T> {
  private readonly onDropped: ((element: T) => void) | null;

  constructor(
    downstream: Subscriber<T>,
    onDropped: ((element: T) => void) | null,
    station: StationLog | null,
    connection: ConnectionLog | null,
  ) {
    super(downstream, false, station, connection);
    this.onDropped = onDropped;
  }

  override onNext(element: T): void {
    const { outlet } = this;
    if (outlet.size > 0) {
      const replaced = outlet.evictNewest(LATEST);
      this.onDropped?.(replaced);
    }
    outlet.offer(element);
  }
}
