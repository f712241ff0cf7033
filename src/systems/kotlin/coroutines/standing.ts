/** What a coroutine waits for between two steps, and how it wants to be resumed. */

/** What a coroutine is doing, which determines what its cancellation has to undo. */
export const Standing = {
  /** Not started, running, or ended. */
  NONE: 0,
  /** In `delay`. */
  TIMER: 1,
  /** In a wait list of `waitingIn`: a channel or a semaphore. */
  WAITING: 2,
  /** In `join`, registered with the job `waitingIn`. */
  JOINING: 3,
  /** Resumed; runs when its turn comes. If it is cancelled before that, it throws instead. */
  READY: 4,
  /** Resumed with an exception; runs when its turn comes. A later cancellation changes nothing. */
  READY_TO_THROW: 5,
  /** At the end of a scope that still has children: it can't be cancelled, but its children can. */
  AWAITING_CHILDREN: 6,
  /** Not started; starts even if it is cancelled before its turn. */
  SURE_TO_START: 7,
} as const;

export type Standing = (typeof Standing)[keyof typeof Standing];

/** What a receiver does when its channel is closed and empty. */
export const OnClosed = {
  /** It throws: `receive`. */
  THROW: 0,
  /** It returns CLOSED: `receiveCatching`. */
  ANSWER: 1,
  /** It ends the iteration, or throws the exception with which the channel was closed: `hasNext`. */
  END: 2,
} as const;

export type OnClosed = (typeof OnClosed)[keyof typeof OnClosed];

/** The content of an empty slot. `undefined` would not do, because it can be an element. */
export const NOTHING: unique symbol = Symbol("nothing");
