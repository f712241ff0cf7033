import type { CoroutineDispatcher } from "./coroutine-dispatcher.ts";
import type { Job } from "./job.ts";
import { DONE, SUSPENDED, type Suspending } from "./steps.ts";

/** The operation behind `yield* sim.yield()`: suspends until everything that is due now has run. */
export class YieldOperation implements Suspending<void>, Iterator<undefined, void, unknown> {
  private readonly dispatcher: CoroutineDispatcher;

  constructor(dispatcher: CoroutineDispatcher) {
    this.dispatcher = dispatcher;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(signal: unknown): IteratorResult<undefined, void> {
    const coroutine = this.dispatcher.current as Job;
    if (signal !== undefined) {
      coroutine.endWait();
      return DONE;
    }
    coroutine.scope.ensureActive();
    coroutine.resume();
    return SUSPENDED;
  }
}
