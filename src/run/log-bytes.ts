/**
 * What the logs of a run take that are written only when somebody looks. It is counted for every run that can have them,
 * so that no run ends elsewhere because somebody has looked at it.
 */
import { RowKind } from "../trace/index.ts";
import { CHUNK_PLACES, FIRST_PLACES } from "./columns.ts";
import { BLOCK_BITS } from "./monitor/waits.ts";
import type { RunState } from "./run-state.ts";

/** A log that is counted; no other can be written late. */
export type LogName =
  | "rows"
  | "ladder"
  | "demand"
  | "monitor"
  | "calls"
  | "requests"
  | "writes"
  | "results";

/** No station has more gauges. */
const GAUGES_OF_STATION = 5;

/**
 * The most bytes that each log can take for a run that has reached a state at `timeMs`, and has written `rowsOf(kind)`
 * rows of each kind. 0 for a log that the run can't have.
 */
export function logBytesOf(
  { stations, connections, received, byKind }: RunState,
  rowsOf: (kind: RowKind) => number,
  timeMs: number,
): Record<LogName, number> {
  const kinds = byKind.length;
  const actors = stations.reduce((sum, each) => sum + each.actors.length, 0);
  const ways = (by: "request" | "signal") =>
    connections.filter(({ connection }) => connection.pressure === by).length;
  /** Whether one of its stations says such a thing of itself. */
  const has = (what: string) => stations.some(({ station }) => what in station);
  const made = rowsOf(RowKind.MADE);
  const lost = rowsOf(RowKind.LOST);
  const began = rowsOf(RowKind.BEGAN);
  const held = rowsOf(RowKind.HELD);
  const told = rowsOf(RowKind.GAUGE);
  const done = rowsOf(RowKind.DONE);
  const asked = rowsOf(RowKind.REQUESTED) + rowsOf(RowKind.SIGNALLED);
  const ended = lost + rowsOf(RowKind.MERGED);
  const came = rowsOf(RowKind.ENTERED) + received;
  const stays = came + held + rowsOf(RowKind.RELEASED);
  const over = came + rowsOf(RowKind.PASSED) + ended;
  return {
    rows: bytesOf(
      (kinds > 0 ? made + received : 0) +
        4 * made +
        received +
        lost +
        ended +
        done +
        held +
        asked +
        told +
        began,
      11 + GAUGES_OF_STATION * stations.length + 2 * kinds,
    ),
    // An element reaches a worker, or comes to its end before it does.
    ladder: bytesOf(6 * stays + 3 * (made + asked) + lost, 12 + 3 * connections.length),
    // What is open changes when an element is made, received and done, or lost, and when somebody asks.
    demand: bytesOf(2 * (made + 2 * received + ended + asked), 2),
    monitor: bytesOf(4 * received + 2 * made, 6) + 2 * waitBytes(received, timeMs),
    // A breaker is called with each element that is made; else a worker calls with what it takes, and at each attempt.
    calls: bytesOf(
      5 * (has("threshold") ? made : received + (has("attempts") ? told : 0)),
      6 + actors,
    ),
    // Only where elements are requested.
    requests: bytesOf(ways("request") && 2 * over + 3 * asked, 5 * ways("request")),
    // Only where a stream answers what is written into it.
    writes: bytesOf(ways("signal") && 4 * (over - received) + done + 2 * asked, 7 * ways("signal")),
    // Only where elements are merged.
    results: has("merges") ? bytesOf(2 * done, 2) : 0,
  };
}

/**
 * The most bytes of the counts of `received` waits by their length (`monitor/waits.ts`). No wait is longer than the run
 * so far, and each wait begins one chunk of counts at most.
 */
function waitBytes(received: number, timeMs: number): number {
  const chunks = Math.min(received, 1 + Math.floor(timeMs / CHUNK_PLACES));
  const blocks = 2 * FIRST_PLACES + 2 * (timeMs >> BLOCK_BITS);
  return received === 0 ? 0 : 4 * (chunks * CHUNK_PLACES + blocks);
}

/**
 * The bytes of so many numbers of 4 bytes in so many columns; numbers of 8 bytes are two, in two columns. The last chunk of
 * a column is not full, and its first one doubles.
 */
function bytesOf(numbers: number, columns: number): number {
  return 4 * (numbers + Math.min(numbers + FIRST_PLACES * columns, CHUNK_PLACES * columns));
}
