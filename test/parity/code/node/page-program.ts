/** The page's run of a program on streams, as the same events as the run on the real Node. */
import { strategyOf, type Topology } from "../../../../src/systems/index.ts";
import { RowKind, SIGNALS, type Trace } from "../../../../src/trace/index.ts";
import { catalogue } from "../../../support/everything.ts";
import type { ParityCase } from "../code-cases.ts";
import { playOnPage } from "../page-play.ts";
import type { ProgramEvent, ProgramRun } from "./program-event.ts";

/** Plays a case on the page, and returns what it does. */
export function runPage(parityCase: ParityCase): ProgramRun {
  const { trace, topology, machine, printed } = playOnPage(parityCase);
  const { end } = machine;
  const isWeb = strategyOf(catalogue, parityCase.strategy).system.id === "web";
  const reader = new RowReader(trace, topology, isWeb);
  const events: ProgramEvent[] = [];
  for (let row = 0; row < trace.length; row++) {
    const event = reader.eventOf(row);
    if (event !== null) events.push(event);
    const line = printed.get(row);
    if (line !== undefined) events.push([line.timeMs, "program", "prints", line.text]);
  }
  return {
    events,
    goesOn: end === null,
    error: end === null || end.reason === "completed" ? null : JSON.stringify(end),
  };
}

class RowReader {
  private readonly trace: Trace;
  private readonly topology: Topology;
  private readonly isWeb: boolean;

  constructor(trace: Trace, topology: Topology, isWeb: boolean) {
    this.trace = trace;
    this.topology = topology;
    this.isWeb = isWeb;
  }

  /** Returns the event of a row that can be seen from outside, or null. */
  eventOf(row: number): ProgramEvent | null {
    const { trace } = this;
    const timeMs = trace.timeAt(row);
    const element = trace.elementAt(row);
    switch (trace.kindAt(row)) {
      case RowKind.BEGAN:
        // If the time is 0, it is not a timer but a wait for a stream.
        return element > 0 ? [timeMs, "program", "sleeps", element] : null;
      case RowKind.ENTERED:
      case RowKind.PASSED:
        return this.enteredAs(trace.stationAt(row), timeMs, element);
      case RowKind.SIGNALLED:
        return this.signalledAs(trace.stationAt(row), timeMs, trace.detailAt(row));
      default:
        return null;
    }
  }

  private enteredAs(station: number, timeMs: number, element: number): ProgramEvent | null {
    const id = this.idOf(station);
    // The list is the program's own, and can't be seen.
    if (id === "list") return null;
    const isWrite = id === "writable" || id.startsWith("input-");
    // How a pipe of Web streams writes can't be seen.
    if (isWrite && this.isWeb && this.idOf(station - 1) !== "source") return null;
    return [timeMs, nameOf(id), isWrite ? "write" : "push", element];
  }

  private signalledAs(connection: number, timeMs: number, detail: number): ProgramEvent | null {
    const { from = -1, to = -1 } = this.topology.connections[connection] ?? {};
    switch (SIGNALS[detail]) {
      case "full":
        return [timeMs, nameOf(this.idOf(to)), "false", null];
      case "drain":
        return [timeMs, nameOf(this.idOf(to)), "drain", null];
      case "pause":
        return [timeMs, nameOf(this.idOf(from)), "pause", null];
      case "resume":
        return [timeMs, nameOf(this.idOf(from)), "resume", null];
      default:
        return null;
    }
  }

  private idOf(station: number): string {
    return this.topology.stations[station]?.id ?? "";
  }
}

/** Returns the name of the stream to which the buffer `id` belongs. */
function nameOf(id: string): string {
  const [, index] = /^(?:in|out)put-(\d)$/.exec(id) ?? [];
  return index === undefined ? id : `transform ${Number(index) + 1}`;
}
