import { behindChannel, OPTIONAL } from "./channel-flow.ts";
import type { Flow } from "./flow.ts";
import type { ChannelLog } from "./produce.ts";

/**
 * Runs `upstream` on another dispatcher of the same clock (Kotlin's `flowOn`). Between the two lies a channel of
 * 64, unless a `buffer` or `conflate` beside it says how large it is.
 */
export function flowOn<T>(upstream: Flow<T>, log: ChannelLog = null): Flow<T> {
  return behindChannel(upstream, { capacity: OPTIONAL, onBufferOverflow: "SUSPEND", log });
}
