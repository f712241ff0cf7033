/** Going through a trace event by event. */
import { type Trace, TraceKind } from "../engine/index.ts";

/**
 * The position after the next event: how many rows are counted in then. A delay that begins belongs to
 * the event before it. The same position if there is no further event.
 */
export function rowsAfterNext(trace: Trace, rows: number): number {
  let next = rows;
  while (next < trace.length && trace.kindAt(next) === TraceKind.DELAY) next++;
  if (next < trace.length) next++;
  while (next < trace.length && trace.kindAt(next) === TraceKind.DELAY) next++;
  return next;
}

/** The position before the last event that is counted in; 0 at the start. */
export function rowsBeforeLast(trace: Trace, rows: number): number {
  let previous = rows;
  while (previous > 0 && trace.kindAt(previous - 1) === TraceKind.DELAY) previous--;
  if (previous > 0) previous--;
  // Delays before the first event belong to no event: there is no stop behind them.
  let before = previous;
  while (before > 0 && trace.kindAt(before - 1) === TraceKind.DELAY) before--;
  return before === 0 ? 0 : previous;
}
