import type { StationLog } from "../../trace/index.ts";
import { type AsyncSteps, awaited, runAsync, sleep } from "./async-function.ts";
import { type Ms, msNow } from "./ms.ts";
import type { Readable } from "./readable.ts";
import { ReadableIterator } from "./readable-iterator.ts";
import type { VirtualPromise } from "./virtual-promise.ts";

export interface ForAwaitOptions {
  /** How long it works on an element, in ms; 0: it goes on at once, without `await`. */
  readonly workMs: Ms;
  /** After how many elements it leaves the loop; 0: never. */
  readonly take: number;
  /** The worker whose body the loop is. */
  readonly station?: StationLog | null;
}

/** `for await (const element of readable)` with work on each element. Fulfilled when the loop has ended. */
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
