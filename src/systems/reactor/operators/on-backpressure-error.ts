import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import { defineLoss } from "../../losses.ts";
import { DroppingOperator, type Operator } from "../../reactive/index.ts";
import { OverflowException } from "../exceptions.ts";

/** Came while none was requested: the stream ended there. */
export const ERROR = defineLoss("reactor-error", "dropped", {
  ko: "요청이 없어 onBackpressureError가 오류로 끝남",
  en: "not requested: onBackpressureError failed",
});

/**
 * `onBackpressureError()` (Flux.java, 3.8.8): asks for everything; at the first element that is not requested of it,
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
