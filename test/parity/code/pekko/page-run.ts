/** What a program does on the page, as far as it can be seen from outside of Pekko: what it prints, and what its full buffers do. */
import { eventAt, printedLines, seeded, startSimulation } from "../../../../src/run/index.ts";
import { strategyOf } from "../../../../src/systems/index.ts";
import { type LossRule, RowKind, Trace } from "../../../../src/trace/index.ts";
import type { ParityCase } from "../kotlin/cases.ts";

/** `[whole ms, text]` */
export type Line = readonly [timeMs: number, text: string];

export interface PageRun {
  readonly prints: readonly Line[];
  /** What the station `buffer` does when it is full, in the words of Pekko's log. */
  readonly buffer: readonly Line[];
}

/** Bounds that only a program without any pause reaches. */
const LIMITS = { events: 3_000_000, elements: 100_000_000 };

/** The run of a case, or null if it never pauses: such a program can't be cut off at a time. */
export function runOnPage({ strategy: id, values, untilMs, seed }: ParityCase): PageRun | null {
  const strategy = strategyOf(id);
  const trace = new Trace();
  const { machine, recorder } = startSimulation({
    strategy,
    values: { ...values },
    random: seeded(seed),
    trace,
    limits: LIMITS,
  });
  machine.runUntil(untilMs);
  const { end } = machine;
  if (end?.reason === "failed") throw end.failure;
  if (end?.reason === "limit") return null;
  const { losses } = recorder;
  const prints = printedLines({ trace, losses }, strategy, values).map(
    ({ timeMs, text }): Line => [Math.floor(timeMs), text],
  );
  const { stations } = strategy.topology(values);
  const number = stations.findIndex(({ id: station }) => station === "buffer");
  const station = stations[number];
  const buffer =
    station?.kind === "buffer"
      ? doneWhenFull(
          { trace, losses },
          number,
          station.capacity,
          values["overflowStrategy"] === "backpressure",
        )
      : [];
  return { prints, buffer };
}

interface Rows {
  readonly trace: Trace;
  readonly losses: readonly LossRule[];
}

/** By these an element is lost that was never in the buffer. */
const NOT_INSIDE: readonly string[] = ["pekko-drop-new", "pekko-overflow"];

/** What Pekko's log says of a full buffer, by the rule by which an element is lost. */
const SAID: Readonly<Record<string, string>> = {
  "pekko-drop-head": "Dropping the head element",
  "pekko-drop-tail": "Dropping the tail element",
  "pekko-drop-buffer": "Dropping all the buffered elements",
  "pekko-drop-new": "Dropping the new element",
  "pekko-overflow": "Failing",
};

function doneWhenFull(run: Rows, number: number, capacity: number, tellsFull: boolean): Line[] {
  const { trace, losses } = run;
  const lines: Line[] = [];
  let waiting = 0;
  let isClearing = false;
  for (let row = 0; row < trace.length; row++) {
    const { kind, station, timeMs, detail } = eventAt(trace, row);
    if (station !== number) continue;
    const rule = kind === RowKind.LOST ? losses[detail]?.id : undefined;
    const said = rule === undefined ? undefined : SAID[rule];
    if (kind === RowKind.ENTERED) waiting++;
    // What was handed to somebody who waited for it was never in there.
    else if (kind === RowKind.LEFT && waiting > 0) waiting--;
    else if (rule !== undefined && !NOT_INSIDE.includes(rule)) waiting--;
    // A buffer that drops all of its elements says so once.
    if (said !== undefined && !isClearing) lines.push([Math.floor(timeMs), said]);
    isClearing = rule === "pekko-drop-buffer" && waiting > 0;
    if (tellsFull && kind === RowKind.ENTERED && waiting === capacity) {
      lines.push([Math.floor(timeMs), "Backpressuring"]);
    }
  }
  return lines;
}
