import type { NodeLoop } from "./node-loop.ts";
import { VirtualPromise } from "./virtual-promise.ts";

/** An emitter that can be listened to for one occurrence of an event. */
interface Emits<Name> {
  once(event: Name, listener: () => void): void;
}

/**
 * `once(emitter, event)` of node:events (Node 20.20). Returns a promise like that of an async function: it follows
 * another promise, which is fulfilled at the next such event.
 */
export function once<Name>(
  loop: NodeLoop,
  emitter: Emits<Name>,
  event: Name,
): VirtualPromise<void> {
  const happened = new VirtualPromise<void>(loop);
  emitter.once(event, () => happened.resolve());
  const returned = new VirtualPromise<void>(loop);
  returned.resolve(happened);
  return returned;
}
