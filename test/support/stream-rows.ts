/** Runs of streams in one form, whether from a strategy's trace or from a recording: what happened when, kind by kind. */
import { eventAt } from "../../src/run/index.ts";
import { RowKind, SIGNALS } from "../../src/trace/index.ts";
import type { StreamRow } from "../parity/stream-case.ts";
import type { PlayedProgram } from "./play-program.ts";

type Times = readonly (readonly [timeMs: number, element: number])[];

export interface StreamTold {
  readonly made: Times;
  readonly work: Times;
  readonly done: Times;
  /** When the stream before the consumer drained. */
  readonly drains: readonly number[];
}

/** Reads a trace. The connection that drains is the one that leads into the station `writable`. */
export function toldByTrace({ trace, topology }: PlayedProgram): StreamTold {
  const sink = topology.stations.findIndex(({ id }) => id === "writable");
  const events = Array.from({ length: trace.length }, (_, row) => eventAt(trace, row));
  const of = (kind: RowKind) => events.filter((event) => event.kind === kind);
  const times = (list: typeof events): Times =>
    list.map(({ timeMs, element }) => [timeMs, element]);
  return {
    made: times(of(RowKind.MADE)),
    work: times(of(RowKind.LEFT).filter(({ station }) => station === sink)),
    done: times(of(RowKind.DONE)),
    drains: of(RowKind.SIGNALLED)
      .filter(
        ({ station, detail }) =>
          topology.connections[station]?.to === sink && SIGNALS[detail] === "drain",
      )
      .map(({ timeMs }) => timeMs),
  };
}

/** Reads the rows of a recording, in which rows named `made` make elements and the consumer is the stage `last`. */
export function toldByRows(rows: readonly StreamRow[], made: string, last: number): StreamTold {
  const times = (name: string, stage: number): Times =>
    rows
      .filter(([, at, what]) => what === name && at === stage)
      .map(([timeMs, , , element]) => [timeMs, element as number]);
  return {
    made: times(made, made === "write" ? last : 0),
    work: times("work", last),
    done: times("done", last),
    drains: times("drain", last).map(([timeMs]) => timeMs),
  };
}

/** Whether this is the version of Node that the recordings were made with. */
export const isNode20 = process.versions.node.startsWith("20.");
