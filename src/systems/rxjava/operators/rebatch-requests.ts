import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import type { Operator } from "../../reactive/index.ts";
import { prefetching } from "./observe-on.ts";

/**
 * `rebatchRequests(n)` (Flowable.java, 3.1.12): requests `n` elements and then three quarters of `n` at a time,
 * whatever is requested of it. It is `observeOn` without a scheduler, and errors wait until its queue is empty.
 */
export function rebatchRequests<T>(
  n: number,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return prefetching(null, n, true, station, connection);
}
