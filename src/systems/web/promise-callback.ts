import { type NodeLoop, VirtualPromise } from "../node/index.ts";

/**
 * Turns a plain function into what the streams standard calls a promise callback: its result, or the promise that it
 * returns, becomes the result of an async function. `callback` returns null if it is done when it returns.
 */
export function promiseCallback<Args extends readonly unknown[]>(
  loop: NodeLoop,
  callback: (...args: Args) => VirtualPromise<void> | null,
): (...args: Args) => VirtualPromise<void> {
  return (...args) => {
    const result = new VirtualPromise<void>(loop);
    result.resolve(callback(...args) ?? undefined);
    return result;
  };
}
