/** Steps through a trace event by event. */
import { RowKind, type Trace } from "../trace/index.ts";

/** Whether a row belongs to the event before it: the beginning of a delay, or a further number of a printed line. */
export function isPart(trace: Trace, row: number): boolean {
  const kind = trace.kindAt(row);
  return kind === RowKind.BEGAN || kind === RowKind.CONTINUED;
}

/**
 * Returns the position after the next event, as a number of rows; past all rows if there is no further event.
 */
export function rowsAfterNext(trace: Trace, rows: number): number {
  let next = rows;
  while (next < trace.length && isPart(trace, next)) next++;
  if (next < trace.length) next++;
  while (next < trace.length && isPart(trace, next)) next++;
  return next;
}

/** Returns the position before the last of the first `rows` rows' events; 0 at the start. */
export function rowsBeforeLast(trace: Trace, rows: number): number {
  let previous = rows;
  while (previous > 0 && isPart(trace, previous - 1)) previous--;
  if (previous > 0) previous--;
  // Delays before the first event belong to no event, so there is no stop after them.
  let before = previous;
  while (before > 0 && isPart(trace, before - 1)) before--;
  return before === 0 ? 0 : previous;
}
