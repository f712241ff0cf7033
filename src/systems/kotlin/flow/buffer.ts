import { BUFFERED, type BufferOverflow } from "../channels/index.ts";
import { behindChannel, flowBuffer } from "./channel-flow.ts";
import type { Flow } from "./flow.ts";
import type { ChannelLog } from "./produce.ts";

/**
 * Runs `upstream` in its own coroutine, with a channel of `capacity` to the collector (Kotlin's `buffer`).
 * A `buffer`, `conflate` or `flowOn` directly above shares the channel: a dropping `onBufferOverflow` replaces the
 * buffer above; otherwise the capacities add up. Throws a `RangeError` for a capacity that Kotlin refuses.
 */
export function buffer<T>(
  upstream: Flow<T>,
  capacity: number = BUFFERED,
  onBufferOverflow: BufferOverflow = "SUSPEND",
  log: ChannelLog = null,
): Flow<T> {
  return behindChannel(upstream, flowBuffer(capacity, onBufferOverflow, log));
}
