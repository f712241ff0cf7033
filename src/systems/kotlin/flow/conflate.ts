import { CONFLATED } from "../channels/index.ts";
import { behindChannel, flowBuffer } from "./channel-flow.ts";
import type { Flow } from "./flow.ts";
import type { ChannelLog } from "./produce.ts";

/** Keeps the newest value for a busy collector, so that the source never waits (Kotlin's `conflate`). */
export function conflate<T>(upstream: Flow<T>, log: ChannelLog = null): Flow<T> {
  return behindChannel(upstream, flowBuffer(CONFLATED, "SUSPEND", log));
}
