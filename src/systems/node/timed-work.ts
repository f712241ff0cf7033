import type { StationLog } from "../../trace/index.ts";
import { type Ms, msNow } from "./ms.ts";
import type { NodeLoop } from "./node-loop.ts";

/**
 * Returns a function that works on an element for `work` ms of virtual time (0: it is done in the same call), for use
 * as the `write` of a writable or the `transform` of a transform. The element is done before `callback` is called.
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
