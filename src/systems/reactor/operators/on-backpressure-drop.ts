import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { DroppingOperator, type Operator } from "../../reactive/index.ts";

/** The element came while none was requested, or after the end. */
export const DROP = defineLoss("reactor-drop", "dropped", {
  ko: "요청이 없어 onBackpressureDrop이 버림",
  en: "dropped by onBackpressureDrop: not requested",
});

/**
 * `onBackpressureDrop(onDropped)` (FluxOnBackpressureDrop.java, 3.8.8): requests everything and drops each element that
 * was not requested of it. `onDropped` is called with each element that is dropped.
 */
export function onBackpressureDrop<T>(
  onDropped: ((element: T) => void) | null,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  const rules = { loss: DROP, onDropped, error: null, afterEnd: null };
  return (downstream) => new DroppingOperator(downstream, rules, station, connection);
}
