/** What a program does on the page that can also be seen from outside Pekko: what it prints, and its full buffers. */
import { eventAt } from "../../../../src/run/index.ts";
import { RowKind } from "../../../../src/trace/index.ts";
import type { ParityCase } from "../code-cases.ts";
import { type PagePlay, playUnfailing } from "../page-play.ts";

/** `[whole ms, text]` */
export type Line = readonly [timeMs: number, text: string];

export interface PageRun {
  readonly prints: readonly Line[];
  /** What the station `buffer` does when it is full, in the words of Pekko's log. */
  readonly buffer: readonly Line[];
}

/** Returns the page's run of a case, or null if it never pauses. */
export function runOnPage(parityCase: ParityCase): PageRun | null {
  const play = playUnfailing(parityCase);
  if (play === null) return null;
  const prints = [...play.printed.values()].map(
    ({ timeMs, text }): Line => [Math.floor(timeMs), text],
  );
  const { stations } = play.topology;
  const number = stations.findIndex(({ id }) => id === "buffer");
  const station = stations[number];
  if (station?.kind !== "buffer") return { prints, buffer: [] };
  const backpressures = parityCase.values["overflowStrategy"] === "backpressure";
  const isQueue = parityCase.strategy === "pekko-queue";
  const backpressuring = {
    whenFull: backpressures && !isQueue,
    whenHeld: backpressures && isQueue,
  };
  return { prints, buffer: doneWhenFull(play, number, station.capacity, backpressuring) };
}

/** The rules by which an element is lost that was never in the buffer. */
const NOT_INSIDE: readonly string[] = ["pekko-drop-new", "pekko-overflow", "pekko-queue-full"];

/** What Pekko logs for a full buffer, by the rule by which an element is lost. */
const SAID: Readonly<Record<string, string>> = {
  "pekko-drop-head": "Dropping the head element",
  "pekko-drop-tail": "Dropping the tail element",
  "pekko-drop-buffer": "Dropping all the buffered elements",
  "pekko-drop-new": "Dropping the new element",
  "pekko-overflow": "Failing",
};

/** When backpressure is logged: by `buffer` when it becomes full, by `Source.queue` when an offer has to wait. */
interface Backpressuring {
  readonly whenFull: boolean;
  readonly whenHeld: boolean;
}

function doneWhenFull(
  { trace, losses }: PagePlay,
  number: number,
  capacity: number,
  { whenFull, whenHeld }: Backpressuring,
): Line[] {
  const lines: Line[] = [];
  let waiting = 0;
  let isClearing = false;
  for (let row = 0; row < trace.length; row++) {
    const { kind, station, timeMs, detail } = eventAt(trace, row);
    if (station !== number) continue;
    const rule = kind === RowKind.LOST ? losses[detail]?.id : undefined;
    const said = rule === undefined ? undefined : SAID[rule];
    if (kind === RowKind.ENTERED) waiting++;
    // An element that was handed to a waiting consumer was never in the buffer.
    else if (kind === RowKind.LEFT && waiting > 0) waiting--;
    else if (rule !== undefined && !NOT_INSIDE.includes(rule)) waiting--;
    // A buffer that drops all its elements logs that once.
    if (said !== undefined && !isClearing) lines.push([Math.floor(timeMs), said]);
    isClearing = rule === "pekko-drop-buffer" && waiting > 0;
    const becameFull = kind === RowKind.ENTERED && waiting === capacity;
    if ((whenFull && becameFull) || (whenHeld && kind === RowKind.HELD)) {
      lines.push([Math.floor(timeMs), "Backpressuring"]);
    }
  }
  return lines;
}
