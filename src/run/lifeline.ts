/** Rows as objects: everything that happened to one element from birth to end, and the last events of a run. */
import { ROW_COLUMNS, type RowKind, type Trace } from "../trace/index.ts";
import { isPart } from "./event-steps.ts";

export interface TraceEvent {
  /** The index of the row in the trace. */
  readonly row: number;
  readonly timeMs: number;
  readonly kind: RowKind;
  /** The number of the station, or of the connection. */
  readonly station: number;
  readonly who: number;
  readonly element: number;
  readonly detail: number;
}

/** A row of the trace as an object. */
export function eventAt(trace: Trace, row: number): TraceEvent {
  return {
    row,
    timeMs: trace.timeAt(row),
    kind: trace.kindAt(row),
    station: trace.stationAt(row),
    who: trace.whoAt(row),
    element: trace.elementAt(row),
    detail: trace.detailAt(row),
  };
}

/** The rows about `element` among the first `rows`, in order. */
export function lifelineOf(trace: Trace, element: number, rows: number): TraceEvent[] {
  const events: TraceEvent[] = [];
  for (let row = 0; row < rows; row++) {
    if (trace.elementAt(row) === element && ROW_COLUMNS[trace.kindAt(row)].element === "element") {
      events.push(eventAt(trace, row));
    }
  }
  return events;
}

/** The last `count` events among the first `rows` rows, oldest first; rows that continue an event are left out. */
export function lastEvents(trace: Trace, rows: number, count: number): TraceEvent[] {
  const events: TraceEvent[] = [];
  for (let row = rows - 1; row >= 0 && events.length < count; row--) {
    if (!isPart(trace, row)) events.push(eventAt(trace, row));
  }
  return events.reverse();
}
