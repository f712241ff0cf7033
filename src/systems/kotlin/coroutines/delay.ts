import type { CoroutineDispatcher } from "./coroutine-dispatcher.ts";
import type { Job } from "./job.ts";
import { DONE, SUSPENDED, type Suspending } from "./steps.ts";

/** The operation behind `yield* sim.delay(ms)`. A simulation has only one, so that a delay allocates nothing. */
export class DelayOperation implements Suspending<void>, Iterator<undefined, void, unknown> {
  private readonly dispatcher: CoroutineDispatcher;
  private ms = 0;

  constructor(dispatcher: CoroutineDispatcher) {
    this.dispatcher = dispatcher;
  }

  of(ms: number): this {
    this.ms = ms;
    return this;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(signal: unknown): IteratorResult<undefined, void> {
    const coroutine = this.dispatcher.current as Job;
    if (signal !== undefined) {
      if (coroutine.failure !== null) throw coroutine.takeFailure();
      return DONE;
    }
    // Kotlin's delay(0) returns at once: it neither yields nor notices a cancellation.
    if (!(this.ms > 0)) {
      if (Number.isNaN(this.ms)) throw new RangeError("delay: the time is not a number of ms");
      return this.dispatcher.countOrPause() ? DONE : SUSPENDED;
    }
    if (coroutine.scope.cause !== null) throw coroutine.scope.cancellation();
    coroutine.suspendFor(this.ms);
    return SUSPENDED;
  }
}
