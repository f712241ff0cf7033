/** The results of a run whose elements are merged: how many elements each stands for. It follows the run's history. */
import { Column } from "./columns.ts";
import { LateLogs, type Log } from "./follow.ts";
import type { History } from "./history.ts";
import type { Witness } from "./replay/index.ts";
import { RowLog } from "./row-log.ts";

export class ResultLog implements Log {
  /** Keeps nothing in a run that merges no elements: nobody asks for its log. */
  readonly witness: Witness;
  private readonly rows: RowLog;
  private readonly weights = new Column(Int32Array);
  /** The row being replayed. */
  private row = 0;

  constructor({ trace, cast }: History) {
    this.rows = new RowLog(trace);
    const merges = cast.topology.stations.some((each) => each.kind === "buffer" && each.merges);
    this.witness = merges ? { done: (_element, _timeMs, weight) => this.add(weight) } : {};
  }

  /** Bytes that it takes in memory. */
  get byteLength(): number {
    return this.rows.byteLength + this.weights.byteLength;
  }

  /** The number of results among the first `end` rows. */
  countBefore(end: number): number {
    return this.rows.countBefore(end);
  }

  /** The number of elements that the result at a place stands for. */
  weightAt(place: number): number {
    return this.weights.at(place);
  }

  beforeRow(_timeMs: number, row: number): void {
    this.row = row;
  }

  private add(weight: number): void {
    this.rows.push(this.row);
    this.weights.push(weight);
  }
}

/** The part of a run that a result log needs. */
interface Source {
  readonly history: History;
}

/** The result log of each run. */
export const resultLogs: LateLogs<Source, ResultLog> = new LateLogs(
  "results",
  ({ history }: Source) => new ResultLog(history),
);

/** The result log of a run, which grows with its history. Each run has one. */
export function resultsOf(source: Source): ResultLog {
  return resultLogs.of(source);
}

/** Reads at most `mostRows` more rows into the log. Returns whether it is complete; `resultsOf` reads the rest. */
export function readResults(source: Source, mostRows: number): boolean {
  return resultLogs.readOn(source, mostRows);
}
