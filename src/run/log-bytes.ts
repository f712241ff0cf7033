/**
 * The bytes of the logs that are written only when somebody looks. They are counted for every run that can have these
 * logs, so that looking at a run never changes where it ends.
 */
import { RowKind } from "../trace/index.ts";
import { CHUNK_PLACES, FIRST_PLACES } from "./columns.ts";
import { mostBytesOfWaits } from "./monitor/waits.ts";
import type { RunState } from "./run-state.ts";

/** The names of the logs that are counted. `LateLogs` accepts no other. */
export type LogName =
  | "rows"
  | "ladder"
  | "demand"
  | "monitor"
  | "calls"
  | "requests"
  | "writes"
  | "results";

/** The most gauges of any station. */
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
  /** Whether a station of the run has the property `what`. */
  const has = (what: string) => stations.some(({ station }) => what in station);
  const made = rowsOf(RowKind.MADE);
  const lost = rowsOf(RowKind.LOST);
  const began = rowsOf(RowKind.BEGAN);
  const held = rowsOf(RowKind.HELD);
  const gauges = rowsOf(RowKind.GAUGE);
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
        gauges +
        began,
      11 + GAUGES_OF_STATION * stations.length + 2 * kinds,
    ),
    // Each element reaches a worker, or ends before it does.
    ladder: bytesOf(6 * stays + 3 * (made + asked) + lost, 12 + 3 * connections.length),
    // The demand changes when an element is made, received, done or lost, and when more is requested.
    demand: bytesOf(2 * (made + 2 * received + ended + asked), 2),
    monitor: bytesOf(4 * received + 2 * made, 6) + 2 * mostBytesOfWaits(received, timeMs),
    // A breaker is called with each element made; elsewhere a worker calls with each element it takes, at each attempt.
    calls: bytesOf(
      5 * (has("threshold") ? made : received + (has("attempts") ? gauges : 0)),
      6 + actors,
    ),
    // Only in runs with requests.
    requests: bytesOf(ways("request") && 2 * over + 3 * asked, 5 * ways("request")),
    // Only in runs with a stream that answers writes.
    writes: bytesOf(ways("signal") && 4 * (over - received) + done + 2 * asked, 7 * ways("signal")),
    // Only in runs that merge elements.
    results: has("merges") ? bytesOf(2 * done, 2) : 0,
  };
}

/**
 * The bytes that `numbers` numbers of 4 bytes take at most in `columns` columns; a number of 8 bytes counts as two, in
 * two columns. The last chunk of a column may not be full, and its first one grows by doubling.
 */
function bytesOf(numbers: number, columns: number): number {
  return 4 * (numbers + Math.min(numbers + FIRST_PLACES * columns, CHUNK_PLACES * columns));
}
