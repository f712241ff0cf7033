import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { AFTER_END, DroppingOperator, type Operator } from "../../reactive/index.ts";

/** The element came while none was requested. */
export const DROP = defineLoss("rxjava-drop", "dropped", {
  ko: "요청이 없어 onBackpressureDrop이 버림",
  en: "dropped by onBackpressureDrop: not requested",
});

/**
 * `onBackpressureDrop(onDrop)` (FlowableOnBackpressureDrop.java, 3.1.12): requests everything and drops each element
 * that was not requested of it. `onDrop` is called with each element that is dropped.
 */
export function onBackpressureDrop<T>(
  onDrop: ((element: T) => void) | null,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  const rules = { loss: DROP, onDropped: onDrop, error: null, afterEnd: AFTER_END };
  return (downstream) => new DroppingOperator(downstream, rules, station, connection);
}
