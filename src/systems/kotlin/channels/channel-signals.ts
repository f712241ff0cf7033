/** What a channel answers besides elements, and how it is iterated. */
import type { Suspending } from "../coroutines/steps.ts";

/** Answered instead of an element when the channel is closed and has nothing left. */
export const CLOSED: unique symbol = Symbol("closed");
/** Answered by `tryReceive` when there is nothing to take now. */
export const EMPTY: unique symbol = Symbol("empty");

/** What workers take from: a channel, or a buffer of a strategy's own that is iterated like one. */
export interface ReceiveChannel<T> {
  /** An iterator of its own over what is received from here on. */
  iterator(): ChannelIterator<T>;
  /** Lets nothing more in; what is inside can still be received. */
  close(): boolean;
}

/** The elements of a channel one after the other, as Kotlin's `for (x in channel)` takes them. */
export interface ChannelIterator<T> {
  /** `yield* iterator.hasNext()`: receives the next element; false when the channel is closed. */
  hasNext(): Suspending<boolean>;
  /** Takes the element that `hasNext` received (Kotlin's `next`). */
  take(): T;
}
