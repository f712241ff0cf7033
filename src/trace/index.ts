/** What happened in a run: rows in columns, and the recorder that writes them. */
export type { LossRule } from "./loss-rule.ts";
export type { ConnectionLog, Signal, StationLog } from "./station-log.ts";
export { DropRule, TaskEnd, Trace, TraceKind } from "./trace.ts";
