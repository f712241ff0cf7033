import type { TraceKind } from "../../../trace/index.ts";

/** Where a channel writes what happens to its elements: a run's `Trace`, or a station of it. */
export interface ChannelRows {
  add(timeMs: number, kind: TraceKind, who: number, element: number, detail?: number): void;
}
