import { type NodeLoop, VirtualPromise } from "../node/index.ts";

/**
 * Makes what the streams standard calls a promise callback of a plain function: its result, or the promise of
 * it, becomes the result of an async function. `callback` returns null for what is done when it returns.
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
