import type { StationLog } from "../../../trace/index.ts";
import { rangeSource, type Source } from "../../reactive/index.ts";

/** `Flux.range(0, count)` (FluxRange.java, 3.8.8): makes an element only when it is requested. */
export function range(count: number, station: StationLog | null): Source<number> {
  return rangeSource(count, station);
}
