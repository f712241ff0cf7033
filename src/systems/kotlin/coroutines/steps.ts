/**
 * The protocol between a coroutine and the simulation that steps it.
 *
 * A coroutine is a generator; each suspending call is written `yield* op`. The operations are
 * hand-written iterators that live as long as their channel or simulation, so that a call allocates
 * nothing. `yield*` calls `next(undefined)` to begin an operation; the simulation later resumes the
 * coroutine with `RESUME`, which `yield*` hands down to the same iterator.
 */

/**
 * Sent into a coroutine when what it waited for has happened. An operation need only ask whether it was
 * sent something: comparing with `undefined` takes one instruction, comparing symbols takes a call.
 */
export const RESUME: unique symbol = Symbol("resume");

/** What an operation answers when its coroutine has to wait. */
export const SUSPENDED: IteratorYieldResult<undefined> = { done: false, value: undefined };

/** What an operation answers when it has come to its end and has no value. */
export const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

const GENERATOR_NEXT = (Object.getPrototypeOf(function* () {}) as GeneratorFunction).prototype
  .next as (
  this: Steps<unknown>,
  signal: typeof RESUME | undefined,
) => IteratorResult<undefined, unknown>;

/**
 * Lets a coroutine go on to its next suspension or its end. The same as `steps.next(RESUME)`, but the
 * method is not looked up: every closure's generators have a hidden class of their own, so that with
 * thousands of coroutines the lookup would miss every cache and cost more than the step.
 */
export function resume(steps: Steps<unknown>): IteratorResult<undefined, unknown> {
  return GENERATOR_NEXT.call(steps, RESUME);
}

/** Begins the operation that a coroutine stands at anew: it gets what `yield*` sends to begin one. */
export function restart(steps: Steps<unknown>): IteratorResult<undefined, unknown> {
  return GENERATOR_NEXT.call(steps, undefined);
}

/** Something that a coroutine runs with `yield*` and that answers a `T`. */
export interface Suspending<T> {
  [Symbol.iterator](): Iterator<undefined, T, unknown>;
}

/** The steps of a coroutine: what a `function*` that only delegates to operations returns. */
export type Steps<T> = Generator<undefined, T, unknown>;

/** An operation that has nothing to wait for: `yield* COMPLETED` goes on at once. */
export const COMPLETED: Suspending<void> = {
  [Symbol.iterator]: () => ({ next: () => DONE }),
};
