import type { StationLog } from "../../trace/index.ts";
import { type Ms, msNow } from "./ms.ts";
import type { NodeLoop } from "./node-loop.ts";

/**
 * Work that takes `work` ms of virtual time (0: it is done in the same call), as a writable's `write` and a
 * transform's `transform` take it. The element is done before `callback` is called with it.
 */
export function timedWork<T>(
  loop: NodeLoop,
  work: Ms,
  station: StationLog | null = null,
): (chunk: T, callback: (chunk: T) => void) => void {
  return (chunk, callback) => {
    const finish = (): void => {
      station?.done(chunk);
      callback(chunk);
    };
    const workMs = msNow(work);
    station?.began(chunk, workMs);
    if (workMs > 0) loop.after(workMs, finish);
    else finish();
  };
}
