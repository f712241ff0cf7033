import type { StationLog } from "../../trace/index.ts";
import { type NodeLoop, VirtualPromise } from "../node/index.ts";
import type { ReadableController } from "./readable-stream.ts";

export interface TimedPull {
  /** How long an element takes, in ms; 0: it is enqueued inside `pull`. */
  readonly produceMs: number;
  /** How many there are. */
  readonly count: number;
  readonly source?: StationLog | null;
}

/** A source that makes 0, 1, 2, ... one for each `pull`, and closes at the pull after the last one. */
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
