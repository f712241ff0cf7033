import type { StationLog } from "../../../trace/index.ts";
import { rangeSource, type Source } from "../../reactive/index.ts";

/** `Flowable.range(0, count)` (FlowableRange.java, 3.1.12): makes an element only when it is requested. */
export function range(count: number, station: StationLog | null): Source<number> {
  return rangeSource(count, station);
}
