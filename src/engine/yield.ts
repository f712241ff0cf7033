import type { Dispatcher } from "./dispatcher.ts";
import type { Job } from "./job.ts";
import { SUSPENDED, type Suspending } from "./steps.ts";

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** `yield* sim.yield()`: lets everything else that is due run first. */
export class YieldOperation implements Suspending<void>, Iterator<undefined, void, unknown> {
  private readonly dispatcher: Dispatcher<Job>;

  constructor(dispatcher: Dispatcher<Job>) {
    this.dispatcher = dispatcher;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(signal: unknown): IteratorResult<undefined, void> {
    const coroutine = this.dispatcher.current as Job;
    if (signal !== undefined) {
      coroutine.takeSlot();
      const failure = coroutine.takeFailure();
      if (failure !== null) throw failure;
      return DONE;
    }
    coroutine.scope.ensureActive();
    coroutine.resumeWith(undefined);
    return SUSPENDED;
  }
}
