/** The capacities and overflow policies of Kotlin's channels, and the buffer that results from each pair. */

/** No buffer: `send` waits for a `receive`. */
export const RENDEZVOUS = 0;
/** A buffer of one that keeps the newest element. */
export const CONFLATED = -1;
/** A buffer of the default size, 64. */
export const BUFFERED = -2;
/** An unbounded buffer: `send` never waits. */
export const UNLIMITED = 2147483647;

const DEFAULT_BUFFER = 64;

/** The station of a channel that is not recorded. */
export const NO_STATION = -1;

/** What `send` does when the buffer is full. */
export type BufferOverflow = "SUSPEND" | "DROP_OLDEST" | "DROP_LATEST";

/**
 * Returns the buffer that Kotlin makes for a capacity and a policy, as `Channel()` in Channel.kt does. Throws a
 * `RangeError` if Kotlin refuses the pair.
 */
export function bufferShape(
  capacity: number,
  overflow: BufferOverflow,
): { capacity: number; overflow: BufferOverflow } {
  const drops = overflow !== "SUSPEND";
  switch (capacity) {
    case CONFLATED:
      if (drops) {
        throw new RangeError("Channel: CONFLATED cannot be combined with onBufferOverflow");
      }
      return { capacity: 1, overflow: "DROP_OLDEST" };
    case RENDEZVOUS:
      return { capacity: drops ? 1 : 0, overflow };
    case BUFFERED:
      return { capacity: drops ? 1 : DEFAULT_BUFFER, overflow };
    case UNLIMITED:
      return { capacity, overflow: "SUSPEND" };
    default:
      if (!Number.isInteger(capacity) || capacity < 1) {
        throw new RangeError(
          `Channel: capacity must be RENDEZVOUS, CONFLATED, BUFFERED, UNLIMITED or a whole number of 1 or more, not ${capacity}`,
        );
      }
      return { capacity, overflow };
  }
}
