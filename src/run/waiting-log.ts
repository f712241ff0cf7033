/**
 * How many elements a plain program has offered and nobody has taken yet, after any row: what it counts itself while
 * it runs, read off the trace. It grows with the trace in one pass.
 */
import type { Topology } from "../systems/index.ts";
import { RowKind, type Trace } from "../trace/index.ts";
import { Column } from "./columns.ts";

/** So many rows have a common note of how many waited before them. */
const BLOCK_ROWS = 1024;

class WaitingLog {
  /** Before the first row of each block. */
  private readonly before = new Column(Int32Array);
  private readonly trace: Trace;
  private readonly topology: Topology;
  private rows = 0;
  private waiting = 0;

  constructor(trace: Trace, topology: Topology) {
    this.trace = trace;
    this.topology = topology;
  }

  after(row: number): number {
    for (; this.rows <= row; this.rows++) {
      if (this.rows % BLOCK_ROWS === 0) this.before.push(this.waiting);
      this.waiting += this.change(this.rows);
    }
    const block = Math.floor(row / BLOCK_ROWS);
    let waiting = this.before.at(block);
    for (let each = block * BLOCK_ROWS; each <= row; each++) waiting += this.change(each);
    return waiting;
  }

  private change(row: number): number {
    const { trace, topology } = this;
    const kind = topology.stations[trace.stationAt(row)]?.kind;
    switch (trace.kindAt(row)) {
      case RowKind.MADE:
        // What travels over a network is offered when it has arrived.
        return topology.stations.some((station) => station.kind === "network") ? 0 : 1;
      case RowKind.LEFT:
        return kind === "network" ? 1 : kind === "buffer" ? -1 : 0;
      case RowKind.LOST:
        return kind === "buffer" ? -1 : 0;
      default:
        return 0;
    }
  }
}

const logs = new WeakMap<Trace, WaitingLog>();

/** How many wait after a row of the trace of a program with that topology. */
export function waitingAfter(row: number, trace: Trace, topology: () => Topology): number {
  let log = logs.get(trace);
  if (log === undefined) {
    log = new WaitingLog(trace, topology());
    logs.set(trace, log);
  }
  return log.after(row);
}
