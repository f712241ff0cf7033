import type { NodeLoop } from "./node-loop.ts";
import { VirtualPromise } from "./virtual-promise.ts";

/** What an async function can await: a promise of anything. */
interface Awaitable {
  react(reaction: (value: unknown) => void): void;
}

/** The body of an async function: `yield* awaited(promise)` stands for `await promise`; `yield null` gives way. */
export type AsyncSteps<T> = Generator<Awaitable | null, T, unknown>;

/** JavaScript's `await`, in a body that `runAsync` runs. Returns what `promise` is fulfilled with. */
export function* awaited<T>(promise: VirtualPromise<T>): AsyncSteps<T> {
  return (yield promise) as T;
}

/**
 * Calls an async function: runs `steps` up to the first `await` at once, and on from there in the jobs of what they
 * await (one job each). Returns a promise of what they return. If the steps give way (`NodeLoop.giveWay`), their caller
 * must do so too: what it does after the call goes into `next`, which runs at their first `await` or at their end.
 */
export function runAsync<T>(
  loop: NodeLoop,
  steps: AsyncSteps<T | VirtualPromise<T>>,
  next: () => void = () => undefined,
): VirtualPromise<T> {
  const result = new VirtualPromise<T>(loop);
  let hasReturned = false;
  const proceed = (value?: unknown): void => {
    const step = steps.next(value);
    if (step.done === true) {
      result.resolve(step.value);
    } else if (step.value !== null) {
      step.value.react(proceed);
    } else {
      loop.giveWay(proceed);
      return;
    }
    if (hasReturned) return;
    hasReturned = true;
    next();
  };
  proceed();
  return result;
}

/** Returns a promise that is fulfilled after `ms` of virtual time. */
export function sleep(loop: NodeLoop, ms: number): VirtualPromise<void> {
  const promise = new VirtualPromise<void>(loop);
  loop.after(ms, () => promise.resolve());
  return promise;
}
