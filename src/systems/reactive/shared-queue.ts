/** Fusion: an operator drains the queue of the operator above instead of copying it into a queue of its own. */
import type { Subscription } from "./signals.ts";

/** A queue that the operator below may drain. */
export interface SharedQueue<T> {
  readonly size: number;
  /** Removes and returns the oldest. Call only when `size > 0`. */
  poll(): T;
  /** Loses all the queued elements, because an error overtakes them. */
  clear(): void;
}

/** The subscription of an operator that can share its queue. */
export interface QueueSubscription<T> extends Subscription {
  /** Returns the queue. From then on `available` is called in place of `onNext`. */
  shareQueue(available: () => void): SharedQueue<T>;
}

/** Returns the queue behind `subscription`, or null if it has none to share. */
export function sharedQueueOf<T>(
  subscription: Subscription,
  available: () => void,
): SharedQueue<T> | null {
  if (!("shareQueue" in subscription)) return null;
  return (subscription as QueueSubscription<T>).shareQueue(available);
}
