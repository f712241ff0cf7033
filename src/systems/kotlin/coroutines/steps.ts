/**
 * The protocol between a coroutine and the simulation that steps it.
 *
 * A coroutine is a generator; each suspending call is written `yield* op`. The operations are
 * hand-written iterators that live as long as their channel or simulation, so that a call allocates
 * nothing. `yield*` calls `next(undefined)` to begin an operation; later the simulation resumes the
 * coroutine with `RESUME`, which `yield*` passes to the same iterator.
 */

/**
 * Sent into a coroutine to resume it. An operation only checks whether it was sent anything at all:
 * comparing with `undefined` takes one instruction, comparing symbols takes a call.
 */
export const RESUME: unique symbol = Symbol("resume");

/** The result of an operation whose coroutine has to wait. */
export const SUSPENDED: IteratorYieldResult<undefined> = { done: false, value: undefined };

/** The result of an operation that has ended without a value. */
export const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

const GENERATOR_NEXT = (Object.getPrototypeOf(function* () {}) as GeneratorFunction).prototype
  .next as (
  this: Steps<unknown>,
  signal: typeof RESUME | undefined,
) => IteratorResult<undefined, unknown>;

/**
 * Runs a coroutine to its next suspension or its end. It does what `steps.next(RESUME)` does, but without
 * looking the method up: the generators of every closure have their own hidden class, so that with
 * thousands of coroutines the lookup would miss every cache and cost more than the step.
 */
export function resume(steps: Steps<unknown>): IteratorResult<undefined, unknown> {
  return GENERATOR_NEXT.call(steps, RESUME);
}

/** Repeats the operation that a coroutine is at: sends it `undefined`, as `yield*` does to begin one. */
export function restart(steps: Steps<unknown>): IteratorResult<undefined, unknown> {
  return GENERATOR_NEXT.call(steps, undefined);
}

/** An operation that a coroutine runs with `yield*` and that returns a `T`. */
export interface Suspending<T> {
  [Symbol.iterator](): Iterator<undefined, T, unknown>;
}

/** The steps of a coroutine: what a `function*` that only delegates to operations returns. */
export type Steps<T> = Generator<undefined, T, unknown>;

/** An operation that has nothing to wait for: `yield* COMPLETED` returns at once. */
export const COMPLETED: Suspending<void> = {
  [Symbol.iterator]: () => ({ next: () => DONE }),
};
