import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { DroppingOperator, type Operator } from "../../reactive/index.ts";
import { OverflowException } from "../exceptions.ts";

/** The element came while none was requested, which ended the stream. */
export const ERROR = defineLoss("reactor-error", "dropped", {
  ko: "요청이 없어 onBackpressureError가 오류로 끝남",
  en: "not requested: onBackpressureError failed",
});

/**
 * `onBackpressureError()` (Flux.java, 3.8.8): requests everything; at the first element that was not requested of it,
 * it cancels upstream and ends with an OverflowException.
 */
export function onBackpressureError<T>(
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  const error = () => new OverflowException();
  const rules = { loss: ERROR, onDropped: null, error, afterEnd: null };
  return (downstream) => new DroppingOperator(downstream, rules, station, connection);
}
