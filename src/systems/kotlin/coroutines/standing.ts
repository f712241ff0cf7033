/** Where a coroutine stands between two steps, and what it holds there. */

/** What a coroutine is doing; it decides what its cancellation has to undo. */
export const Standing = {
  /** Not started, running, or ended. */
  NONE: 0,
  /** In `delay`. */
  TIMER: 1,
  /** In a wait list (a channel's or a semaphore's), which `waitingIn` can take it out of. */
  WAITING: 2,
  /** In `join`, registered with `waitingIn`. */
  JOINING: 3,
  /** Has a value; runs when its turn comes. A cancellation before that wins over the value. */
  READY: 4,
  /** Has an exception; runs when its turn comes. A later cancellation changes nothing. */
  READY_TO_THROW: 5,
  /** At the end of a scope that still has children: cannot be cancelled, its children can. */
  AWAITING_CHILDREN: 6,
  /** Not started; begins even if it is cancelled before its turn. */
  SURE_TO_START: 7,
} as const;

export type Standing = (typeof Standing)[keyof typeof Standing];

/** How a receiver wants to learn that its channel is closed and empty. */
export const OnClosed = {
  /** By an exception: `receive`. */
  THROW: 0,
  /** By the answer CLOSED: `receiveCatching`. */
  ANSWER: 1,
  /** By the end of the iteration, or the exception that the channel was closed with: `hasNext`. */
  END: 2,
} as const;

export type OnClosed = (typeof OnClosed)[keyof typeof OnClosed];

/** Says that a slot holds nothing: `undefined` is an element like any other. */
export const NOTHING: unique symbol = Symbol("nothing");
