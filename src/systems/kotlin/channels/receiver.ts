import type { OnClosed } from "../coroutines/standing.ts";
import type { Waiter } from "../coroutines/wait-list.ts";

/** A waiter for an element in a channel: a coroutine, or one clause of a coroutine's `select`. */
export interface Receiver extends Waiter<Receiver> {
  /** The coroutine's number. */
  readonly id: number;
  readonly onClosed: OnClosed;
  /** Resumes it with an element, or with CLOSED. */
  resumeWith(element: unknown): void;
  resumeWithException(failure: Error): void;
}
