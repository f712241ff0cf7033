/** The elements that were made and those that reached a worker, in order; on request, of one kind only. */
import { RowKind, type Trace } from "../trace/index.ts";
import type { RunCast } from "./replay/index.ts";
import { type RowLog, rowLogOf } from "./row-log.ts";

export interface ArrivalSource {
  readonly trace: Trace;
  readonly cast: RunCast;
}

/** The rows by which elements were made; `kind`: the number of a kind, null for all. */
export function birthsOf({ trace, cast }: ArrivalSource, kind: number | null): RowLog {
  return rowLogOf(
    trace,
    `made ${kind}`,
    (row) => trace.kindAt(row) === RowKind.MADE && isOfKind(cast, kind, trace.elementAt(row)),
  );
}

/** The rows by which elements reached a worker; `kind`: the number of a kind, null for all. */
export function arrivalsOf({ trace, cast }: ArrivalSource, kind: number | null): RowLog {
  return rowLogOf(
    trace,
    `received ${kind}`,
    (row) =>
      trace.kindAt(row) === RowKind.LEFT &&
      cast.actorOf(trace.whoAt(row))?.role === "worker" &&
      isOfKind(cast, kind, trace.elementAt(row)),
  );
}

function isOfKind({ kinds }: RunCast, kind: number | null, element: number): boolean {
  return kind === null || kinds?.of(element) === kind;
}
