import type { StationLog } from "../../trace/index.ts";
import { type AsyncSteps, awaited, runAsync, sleep } from "./async-function.ts";
import { type Ms, msNow } from "./ms.ts";
import type { Readable } from "./readable.ts";
import { ReadableIterator } from "./readable-iterator.ts";
import type { VirtualPromise } from "./virtual-promise.ts";

export interface ForAwaitOptions {
  /** How long the work on an element takes, in ms; 0: the loop goes on at once, without `await`. */
  readonly workMs: Ms;
  /** The number of elements after which the loop is left; 0: it is never left. */
  readonly take: number;
  /** The log of the worker that runs the loop. */
  readonly station?: StationLog | null;
}

/** `for await (const element of readable)` with work on each element. The promise is fulfilled when the loop ends. */
export function forAwait<T>(
  readable: Readable<T>,
  { workMs: time, take, station = null }: ForAwaitOptions,
): VirtualPromise<void> {
  const { loop } = readable;
  function* body(): AsyncSteps<void> {
    const iterator = new ReadableIterator(readable);
    for (let count = 1; ; count++) {
      const step = yield* awaited(iterator.next());
      if (step.done) return;
      const workMs = msNow(time);
      station?.began(step.value, workMs);
      if (workMs > 0) yield* awaited(sleep(loop, workMs));
      station?.done(step.value);
      if (count !== take) continue;
      yield* awaited(iterator.return());
      return;
    }
  }
  return runAsync(loop, body());
}
