/** The elements that were made and those that reached a worker, in order; optionally of one kind only. */
import type { History } from "./history.ts";
import { rowIndexOf } from "./row-index.ts";
import type { RowLog } from "./row-log.ts";

export interface ArrivalSource {
  readonly history: History;
}

/** The rows with which elements were made; `kind` is the number of a kind, null for all. */
export function birthsOf(source: ArrivalSource, kind: number | null): RowLog {
  return rowIndexOf(source).madeOf(kind);
}

/** The rows with which elements reached a worker; `kind` is the number of a kind, null for all. */
export function arrivalsOf(source: ArrivalSource, kind: number | null): RowLog {
  return rowIndexOf(source).receivedOf(kind);
}
