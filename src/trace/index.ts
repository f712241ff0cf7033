/** What happened in a run: rows in columns, and the recorder that writes them. */
export type { Failure } from "./failure.ts";
export { firstWhere } from "./first-where.ts";
export type { LossRule } from "./loss-rule.ts";
export { Recorder } from "./recorder.ts";
export { connectionLog, stationLog } from "./reports.ts";
export { ROW_COLUMNS, type RowColumns } from "./row-columns.ts";
export { RowKind, TaskEnd } from "./row-kind.ts";
export {
  asksToWait,
  type ConnectionLog,
  SIGNALS,
  type Signal,
  type StationLog,
} from "./station-log.ts";
export { Trace } from "./trace.ts";
