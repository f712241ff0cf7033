import { RunLimitReached } from "../../../kernel/index.ts";
import { UndeliveredElementException } from "../coroutines/exceptions.ts";

/** The handler that a channel calls for an element that was sent but can't be received; null if there is none. */
export type UndeliveredElementHandler<T> = ((element: T) => void) | null;

/**
 * Calls `handler` for `element` and catches what it throws (Kotlin's `callUndeliveredElementCatchingException`,
 * internal/OnUndeliveredElement.kt 1.11.0). `earlier` is the exception of the elements before this one, or null.
 * Returns `earlier` with what was thrown now added to it, a new exception if `earlier` is null, or null if nothing was
 * thrown.
 */
export function callCatching<T>(
  handler: UndeliveredElementHandler<T>,
  element: T,
  earlier: UndeliveredElementException | null = null,
): UndeliveredElementException | null {
  if (handler === null) return earlier;
  try {
    handler(element);
  } catch (error) {
    if (error instanceof RunLimitReached) throw error;
    const thrown = error instanceof Error ? error : new Error(String(error));
    if (earlier !== null && earlier.cause !== thrown) {
      earlier.suppressed.push(thrown);
    } else {
      return new UndeliveredElementException(
        `Exception in undelivered element handler for ${String(element)}`,
        { cause: thrown },
      );
    }
  }
  return earlier;
}
