/** When a buffer got another capacity, read off the trace once and kept for each recording. */

import type { Recording } from "../../../run/index.ts";
import { GAUGES } from "../../../systems/index.ts";
import { RowKind } from "../../../trace/index.ts";

export interface CapacityChange {
  readonly row: number;
  readonly atMs: number;
  readonly from: number;
  readonly to: number;
}

/** Finds the last change before a row; looks at every row of the trace once. */
export class CapacityChanges {
  private readonly recording: Recording;
  private readonly changes: CapacityChange[] = [];
  private looked = 0;

  constructor(recording: Recording) {
    this.recording = recording;
  }

  lastBefore(rows: number): CapacityChange | undefined {
    this.lookUntil(rows);
    return this.changes.findLast(({ row }) => row < rows);
  }

  private lookUntil(rows: number): void {
    const { trace, capacity } = this.recording;
    for (; this.looked < rows; this.looked++) {
      const row = this.looked;
      if (!isCapacity(this.recording, row)) continue;
      const from = this.changes.at(-1)?.to ?? capacity;
      const to = trace.elementAt(row);
      if (from !== to) this.changes.push({ row, atMs: trace.timeAt(row), from, to });
    }
  }
}

/** Whether a row says that the buffer has another capacity. */
function isCapacity({ trace, topology }: Recording, row: number): boolean {
  if (trace.kindAt(row) !== RowKind.GAUGE) return false;
  const kind = topology.stations[trace.stationAt(row)]?.kind;
  return kind === "buffer" && GAUGES.buffer[trace.detailAt(row)] === "capacity";
}
