import type { StationLog } from "../../trace/index.ts";
import {
  type AsyncSteps,
  awaited,
  type Ms,
  msNow,
  type NodeLoop,
  runAsync,
  sleep,
  type VirtualPromise,
} from "../node/index.ts";
import type { TransformController } from "./transform-stream.ts";

/**
 * Returns a function that works on an element for `time` ms of virtual time (0: it is done in the same call), for use
 * as the `write` of a sink or the `transform` of a transformer. A transformer's result is enqueued before its element
 * is done.
 */
export function timedWork<T>(
  loop: NodeLoop,
  time: Ms,
  station: StationLog | null = null,
): (chunk: T, controller?: TransformController<T>) => VirtualPromise<void> {
  function* work(chunk: T, controller?: TransformController<T>): AsyncSteps<void> {
    const workMs = msNow(time);
    station?.began(chunk, workMs);
    if (workMs > 0) yield* awaited(sleep(loop, workMs));
    controller?.enqueue(chunk);
    station?.done(chunk);
  }
  return (chunk, controller) => runAsync(loop, work(chunk, controller));
}
