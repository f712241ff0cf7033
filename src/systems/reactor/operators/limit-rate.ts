import type { ConnectionLog, StationLog } from "../../../trace/index.ts";
import type { Operator } from "../../reactive/index.ts";
import { prefetching } from "./publish-on.ts";

/**
 * `limitRate(highTide, lowTide)` (Flux.java, 3.8.8): asks for `highTide` elements and then for `lowTide` at a time,
 * whatever is requested of it. It limits no rate: it is `publishOn` without a scheduler that lets errors wait. With a
 * `lowTide` of 0 it asks for `highTide` again when all of them have gone down, with one that is not below `highTide`
 * (or left out) for three quarters at a time.
 */
export function limitRate<T>(
  highTide: number,
  lowTide: number | undefined,
  station: StationLog | null,
  connection: ConnectionLog | null,
): Operator<T> {
  return prefetching(null, highTide, lowTide ?? highTide, true, station, connection);
}
