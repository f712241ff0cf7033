import type { StationLog } from "../../../trace/index.ts";
import { CONFLATED } from "../channels/index.ts";
import { behindChannel, flowBuffer } from "./channel-flow.ts";
import type { Flow } from "./flow.ts";

/** Keeps the newest value for a collector that is busy; the source never waits (Kotlin's `conflate`). */
export function conflate<T>(upstream: Flow<T>, log: StationLog | null = null): Flow<T> {
  return behindChannel(upstream, flowBuffer(CONFLATED, "SUSPEND", log));
}
