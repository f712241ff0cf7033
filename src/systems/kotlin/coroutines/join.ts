import type { CoroutineDispatcher } from "./coroutine-dispatcher.ts";
import type { Job } from "./job.ts";
import { DONE, SUSPENDED, type Suspending } from "./steps.ts";

/** The operation behind `yield* job.join()`: waits for a job's end; throws if the waiting coroutine is cancelled. */
export class JoinOperation implements Suspending<void>, Iterator<undefined, void, unknown> {
  private readonly dispatcher: CoroutineDispatcher;
  private readonly target: Job;

  constructor(dispatcher: CoroutineDispatcher, target: Job) {
    this.dispatcher = dispatcher;
    this.target = target;
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
    if (!this.dispatcher.countEvent()) return SUSPENDED;
    coroutine.scope.ensureActive();
    if (this.target.isCompleted) return DONE;
    coroutine.suspendUntilEndOf(this.target);
    return SUSPENDED;
  }
}
