/** What a channel returns other than elements, and how it is iterated. */
import type { Suspending } from "../coroutines/steps.ts";

/** Returned instead of an element when the channel is closed and empty. */
export const CLOSED: unique symbol = Symbol("closed");
/** Returned by `tryReceive` when there is no element now, and by `receiveOrTimeout` when the time is up. */
export const EMPTY: unique symbol = Symbol("empty");

/** The source from which workers take: a channel, or a strategy's own buffer that is iterated like one. */
export interface ReceiveChannel<T> {
  /** Returns a new iterator over what is received from now on. */
  iterator(): ChannelIterator<T>;
  /** Accepts no more elements; those inside can still be received. Returns false if it was closed already. */
  close(): boolean;
}

/** Iterates over the elements of a channel, as Kotlin's `for (x in channel)` does. */
export interface ChannelIterator<T> {
  /** `yield* iterator.hasNext()`: receives the next element; returns false when the channel is closed and empty. */
  hasNext(): Suspending<boolean>;
  /** Returns the element that `hasNext` received (Kotlin's `next`). */
  take(): T;
}
