/** The lines that a program prints, read off the trace. */

import type { Values } from "../params/index.ts";
import type { StationKind, Strategy } from "../systems/index.ts";
import { type LossRule, RowKind, type Trace } from "../trace/index.ts";
import type { History } from "./history.ts";
import type { RunState } from "./run-state.ts";

export interface PrintedLine {
  /** The index of its first row in the trace. */
  readonly row: number;
  readonly timeMs: number;
  /** The coroutine that printed it. */
  readonly who: number;
  /** The name of the line among the strategy's `lines`. */
  readonly line: string;
  readonly numbers: readonly number[];
  /** The line as the program prints it. */
  readonly text: string;
}

/** The part of a run that a transcript needs. */
export interface Printed {
  readonly trace: Trace;
  readonly losses: readonly LossRule[];
  /** For programs that print how many elements wait. */
  readonly history: Pick<History, "cursorAtRow">;
}

/** The lines printed in the rows from `from` up to (not including) `until`. */
export function printedLines(
  { trace, losses, history }: Printed,
  strategy: Strategy,
  values: Values,
  from = 0,
  until: number = trace.length,
): PrintedLine[] {
  const names = Object.keys(strategy.lines);
  const printed: PrintedLine[] = [];
  for (let row = from; row < until; row++) {
    const line = lineAt(trace, row, names, strategy, losses);
    if (line === null) continue;
    const numbers = numbersAt(trace, row, until);
    if (strategy.echo?.waiting === line) {
      numbers.push(waitingIn(history.cursorAtRow(row + 1)));
    }
    const places = strategy.spell?.(line, numbers, values) ?? numbers.map(String);
    const text = (strategy.lines[line] as string).replace(
      /\{(\d+)\}/g,
      (place, index: string) => places[Number(index)] ?? place,
    );
    printed.push({ row, timeMs: trace.timeAt(row), who: trace.whoAt(row), line, numbers, text });
  }
  return printed;
}

/** Reads everything that a program prints, a part of its rows at a time. */
export class TranscriptReader {
  /** The lines read so far. */
  readonly lines: PrintedLine[] = [];
  private readonly run: Printed & { readonly strategy: Strategy; readonly startValues: Values };
  private rows = 0;

  constructor(run: Printed & { readonly strategy: Strategy; readonly startValues: Values }) {
    this.run = run;
  }

  /** Reads about `mostRows` more rows at most. Returns whether everything recorded has been read. */
  readOn(mostRows: number): boolean {
    const { trace, strategy, startValues } = this.run;
    let until = Math.min(trace.length, this.rows + mostRows);
    // The rows of a line are read together.
    while (until < trace.length && trace.kindAt(until) === RowKind.CONTINUED) until++;
    for (const line of printedLines(this.run, strategy, startValues, this.rows, until)) {
      this.lines.push(line);
    }
    this.rows = until;
    return until === trace.length;
  }
}

/** The name of the line that begins in `row`, or null. */
function lineAt(
  trace: Trace,
  row: number,
  names: readonly string[],
  { echo }: Strategy,
  losses: readonly LossRule[],
): string | null {
  const detail = trace.detailAt(row);
  switch (trace.kindAt(row)) {
    case RowKind.PRINTED:
      return names[detail] ?? null;
    case RowKind.DONE:
      return echo?.done ?? null;
    case RowKind.LOST:
      return echo?.lost !== undefined && losses[detail] === echo.lost.rule ? echo.lost.line : null;
    default:
      return null;
  }
}

/** The number of elements that a plain program has offered and nobody has taken yet: the program counts it itself. */
function waitingIn({ made, stations }: RunState): number {
  const of = (kind: StationKind) => stations.filter(({ station }) => station.kind === kind);
  // An element on a network counts as offered only when it has arrived.
  const [network] = of("network");
  const offered = network?.left ?? made;
  return of("buffer").reduce((waiting, { left, lost }) => waiting - left - lost, offered);
}

/** The numbers of a line: the one in its first row, and those in the rows that continue it. */
function numbersAt(trace: Trace, row: number, until: number): number[] {
  const numbers = [trace.elementAt(row)];
  if (trace.kindAt(row) !== RowKind.PRINTED) return numbers;
  for (let next = row + 1; next < until; next++) {
    if (trace.kindAt(next) !== RowKind.CONTINUED) break;
    numbers.push(trace.elementAt(next));
  }
  return numbers;
}
