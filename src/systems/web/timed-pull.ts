import type { StationLog } from "../../trace/index.ts";
import { type NodeLoop, VirtualPromise } from "../node/index.ts";
import type { ReadableController } from "./readable-stream.ts";

export interface TimedPull {
  /** How long it takes to make an element, in ms; 0: it is enqueued inside `pull`. */
  readonly produceMs: number;
  /** How many elements there are. */
  readonly count: number;
  readonly source?: StationLog | null;
}

/** Returns the `pull` of a source that makes 0, 1, 2, ..., one for each call, and closes at the call after the last. */
export function timedPull(
  loop: NodeLoop,
  { produceMs, count, source = null }: TimedPull,
): (controller: ReadableController<number>) => VirtualPromise<void> | null {
  let next = 0;
  return (controller) => {
    if (next === count) {
      controller.close();
      return null;
    }
    const element = next++;
    const give = (): void => {
      source?.made(element);
      controller.enqueue(element);
    };
    if (produceMs === 0) {
      give();
      return null;
    }
    const given = new VirtualPromise<void>(loop);
    loop.after(produceMs, () => {
      give();
      given.resolve();
    });
    return given;
  };
}
