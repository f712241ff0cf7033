/** The numbers that stations report in a run, for tests. */
import { GAUGES, type GaugeName, type Topology } from "../../src/systems/index.ts";
import { RowKind, type Trace } from "../../src/trace/index.ts";

/** Whether a row reports the number `name` of a station. */
export function tells(
  { trace, topology }: { readonly trace: Trace; readonly topology: Topology },
  row: number,
  name: GaugeName,
): boolean {
  if (trace.kindAt(row) !== RowKind.GAUGE) return false;
  const station = topology.stations[trace.stationAt(row)];
  const gauges: readonly GaugeName[] = station === undefined ? [] : GAUGES[station.kind];
  return gauges[trace.detailAt(row)] === name;
}
