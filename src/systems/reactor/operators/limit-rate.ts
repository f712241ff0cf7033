import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import type { Operator } from "../../reactive/index.ts";
import { prefetching } from "./publish-on.ts";

/**
 * `limitRate(highTide, lowTide)` (Flux.java, 3.8.8): requests `highTide` elements and then `lowTide` at a time,
 * whatever is requested of it. It limits no rate: it is `publishOn` without a scheduler, and errors wait until its
 * queue is empty. If `lowTide` is 0, it requests `highTide` again once all of them were passed on; if `lowTide` is left
 * out or not below `highTide`, it requests three quarters of `highTide` at a time.
 */
export function limitRate<T>(
  highTide: number,
  lowTide: number | undefined,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return prefetching(null, highTide, lowTide ?? highTide, true, station, connection);
}
