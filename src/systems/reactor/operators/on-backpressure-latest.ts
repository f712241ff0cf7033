import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { BufferingOperator, type Operator, type Subscriber } from "../../reactive/index.ts";

/** A newer element came before this one was requested. */
export const LATEST = defineLoss("reactor-latest", "dropped", {
  ko: "더 새 요소가 와서 onBackpressureLatest가 버림",
  en: "dropped by onBackpressureLatest for a newer one",
});

/**
 * `onBackpressureLatest()` (FluxOnBackpressureLatest.java, 3.8.8): keeps the newest element that has not been
 * requested. An error does not wait for the element.
 */
export function onBackpressureLatest<T>(
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return (downstream: Subscriber<T>) => new LatestOperator(downstream, false, station, connection);
}

class LatestOperator<T> extends BufferingOperator<T> {
  override onNext(element: T): void {
    const { outlet } = this;
    if (outlet.size > 0) outlet.evictNewest(LATEST);
    outlet.offer(element);
  }
}
