import { TimeoutCancellationException } from "./exceptions.ts";
import { type Body, Job } from "./job.ts";
import type { Sim } from "./sim.ts";
import { DONE, type Steps, SUSPENDED, type Suspending } from "./steps.ts";

/**
 * `yield* coroutineScope(sim, body)`: runs `body` in a new scope, and returns its value after everything that
 * was launched in the scope has ended. A failure of the body or of a child cancels the rest and is thrown here.
 */
export function* coroutineScope<T>(sim: Sim, body: Body<T>): Steps<T> {
  return yield* resultIn(sim, Job.scope(sim.current, "coroutineScope"), body);
}

/**
 * `yield* flowScope(sim, body)`: a `coroutineScope` for a flow's operator. In addition, the scope is cancelled when a
 * child is cancelled by anything other than the operator itself.
 */
export function* flowScope<T>(sim: Sim, body: Body<T>): Steps<T> {
  return yield* resultIn(sim, Job.flowScope(sim.current), body);
}

function* resultIn<T>(sim: Sim, scope: Job, body: Body<T>): Steps<T> {
  const value = yield* runInScope(sim, scope, body);
  const failure = scope.outcome();
  if (failure !== null) throw failure;
  return value as T;
}

/**
 * `yield* withTimeoutOrNull(sim, timeMs, body)`: returns what `body` returns, or cancels it and returns null if
 * it takes longer than `timeMs`. If `timeMs` is 0 or less, the body never runs.
 */
export function* withTimeoutOrNull<T>(sim: Sim, timeMs: number, body: Body<T>): Steps<T | null> {
  if (!(timeMs > 0)) {
    yield* sim.delay(0);
    return null;
  }
  const scope = Job.scope(sim.current, "withTimeoutOrNull");
  scope.startTimeout(timeMs);
  const value = yield* runInScope(sim, scope, body);
  const failure = scope.outcome();
  if (failure === null) return value as T;
  if (failure instanceof TimeoutCancellationException && failure.owner === scope) return null;
  throw failure;
}

/** Runs `body` in `scope` until all children have ended. Returns its value; `scope.outcome()` tells if it failed. */
function* runInScope<T>(sim: Sim, scope: Job, body: Body<T>): Steps<T | undefined> {
  // Does nothing but count an event: a loop over empty scopes must reach the bound on events.
  yield* sim.delay(0);
  const handler = scope.enter();
  let value: T | undefined;
  let thrown: Error | null = null;
  try {
    value = yield* body(scope);
  } catch (error) {
    sim.rethrowLimit(error);
    thrown = error instanceof Error ? error : new Error(String(error));
  }
  scope.leave(handler, thrown);
  if (!scope.isCompleted) yield* new AwaitChildren(sim, scope);
  return value;
}

/** Waits until the scope that was just left has ended. */
class AwaitChildren implements Suspending<void>, Iterator<undefined, void, unknown> {
  private readonly sim: Sim;
  private readonly scope: Job;

  constructor(sim: Sim, scope: Job) {
    this.sim = sim;
    this.scope = scope;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(signal: unknown): IteratorResult<undefined, void> {
    if (signal === undefined) return SUSPENDED;
    const coroutine = this.sim.current;
    const failure = coroutine.takeFailure();
    // If the caller was cancelled after the scope had failed, the scope's failure takes precedence.
    if (failure !== null && this.scope.outcome() === null) throw failure;
    return DONE;
  }
}
