/** The results of a run whose elements are merged: for how many elements each stands. It follows the history of the run. */
import { Column } from "./columns.ts";
import { LateLogs, type Log } from "./follow.ts";
import type { History } from "./history.ts";
import type { Witness } from "./replay/index.ts";
import { RowLog } from "./row-log.ts";

export class ResultLog implements Log {
  /** Where nothing is merged nobody asks, and nothing is kept. */
  readonly witness: Witness;
  private readonly rows: RowLog;
  private readonly weights = new Column(Int32Array);
  /** The row that is being told of. */
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

  /** How many there are among the first `end` rows. */
  countBefore(end: number): number {
    return this.rows.countBefore(end);
  }

  /** How many elements the result at a place stands for. */
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

/** What a run is read from. */
interface Source {
  readonly history: History;
}

/** The log of each run. */
export const resultLogs: LateLogs<Source, ResultLog> = new LateLogs(
  "results",
  ({ history }: Source) => new ResultLog(history),
);

/** The log of a run, which grows with its history. There is one for each. */
export function resultsOf(source: Source): ResultLog {
  return resultLogs.of(source);
}

/** Writes the log of a run on for at most so many rows; whoever asks for it before all is written waits for the rest. */
export function readResults(source: Source, mostRows: number): boolean {
  return resultLogs.readOn(source, mostRows);
}
