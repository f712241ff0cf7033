/** Fusion: an operator drains the queue of the one above it instead of copying it into a queue of its own. */
import type { Subscription } from "./signals.ts";

/** A queue that the operator below may drain. */
export interface SharedQueue<T> {
  readonly size: number;
  /** Removes and returns the oldest. Call only when `size > 0`. */
  poll(): T;
  /** Loses all that waits, because an error overtakes it. */
  clear(): void;
}

/** The subscription of an operator that can share its queue. */
export interface QueueSubscription<T> extends Subscription {
  /** Returns the queue. From then on `available` is called where `onNext` would have been. */
  shareQueue(available: () => void): SharedQueue<T>;
}

/** Returns the queue behind `subscription`, or null where it has none to share. */
export function sharedQueueOf<T>(
  subscription: Subscription,
  available: () => void,
): SharedQueue<T> | null {
  if (!("shareQueue" in subscription)) return null;
  return (subscription as QueueSubscription<T>).shareQueue(available);
}
