import { behindChannel, OPTIONAL } from "./channel-flow.ts";
import type { Flow } from "./flow.ts";
import type { ChannelLog } from "./produce.ts";

/**
 * Runs `upstream` on another dispatcher of the same clock (Kotlin's `flowOn`). The channel between the two holds 64
 * values, unless an adjacent `buffer` or `conflate` sets its size.
 */
export function flowOn<T>(upstream: Flow<T>, log: ChannelLog = null): Flow<T> {
  return behindChannel(upstream, { capacity: OPTIONAL, onBufferOverflow: "SUSPEND", log });
}
