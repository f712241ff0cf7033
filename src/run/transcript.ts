/** What the program prints: the lines of its output, read off the trace. */

import type { Values } from "../params/index.ts";
import type { StationKind, Strategy } from "../systems/index.ts";
import { type LossRule, RowKind, type Trace } from "../trace/index.ts";
import type { History } from "./history.ts";
import type { RunState } from "./run-state.ts";

export interface PrintedLine {
  /** Index of its first row in the trace. */
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

/** What a transcript is read from. */
export interface Printed {
  readonly trace: Trace;
  readonly losses: readonly LossRule[];
  /** Of a program that prints how many wait. */
  readonly history: Pick<History, "cursorAtRow">;
}

/** The lines printed in rows `from` to (not including) `until`. */
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

/** Reads all that a program prints, a part of its rows at a time. */
export class TranscriptReader {
  /** What is read so far. */
  readonly lines: PrintedLine[] = [];
  private readonly run: Printed & { readonly strategy: Strategy; readonly startValues: Values };
  private rows = 0;

  constructor(run: Printed & { readonly strategy: Strategy; readonly startValues: Values }) {
    this.run = run;
  }

  /** Reads at most about so many rows more. Returns whether all that is recorded is read. */
  readOn(mostRows: number): boolean {
    const { trace, strategy, startValues } = this.run;
    let until = Math.min(trace.length, this.rows + mostRows);
    // A line is not torn apart.
    while (until < trace.length && trace.kindAt(until) === RowKind.CONTINUED) until++;
    for (const line of printedLines(this.run, strategy, startValues, this.rows, until)) {
      this.lines.push(line);
    }
    this.rows = until;
    return until === trace.length;
  }
}

/** The name of the line that begins in a row, or null. */
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

/** How many elements a plain program has offered and nobody has taken yet: what it counts itself while it runs. */
function waitingIn({ made, stations }: RunState): number {
  const of = (kind: StationKind) => stations.filter(({ station }) => station.kind === kind);
  // What travels over a network is offered when it has arrived.
  const [network] = of("network");
  const offered = network?.left ?? made;
  return of("buffer").reduce((waiting, { left, lost }) => waiting - left - lost, offered);
}

/** The numbers of a line: that of its first row, and those of the rows that go on with it. */
function numbersAt(trace: Trace, row: number, until: number): number[] {
  const numbers = [trace.elementAt(row)];
  if (trace.kindAt(row) !== RowKind.PRINTED) return numbers;
  for (let next = row + 1; next < until; next++) {
    if (trace.kindAt(next) !== RowKind.CONTINUED) break;
    numbers.push(trace.elementAt(next));
  }
  return numbers;
}
