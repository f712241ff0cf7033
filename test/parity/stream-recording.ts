/** The format of `streams.json` (see golden/README.md), and what a library builds chains from it with. */
import type {
  Emitter,
  Operator,
  Source,
  VirtualScheduler,
} from "../../src/systems/reactive/index.ts";
import type { ConnectionLog, StationLog } from "../../src/trace/index.ts";

/** `[time in ms, what, value]`; a completion and an overflow have no value. */
export type StreamRow = readonly [number, string, (number | string)?];

export interface StreamRecording {
  readonly id: string;
  readonly system: string;
  readonly source: RecordedSource;
  readonly operators: readonly RecordedOperator[];
  readonly subscriber: {
    readonly initial: number;
    readonly request: number;
    readonly after: number;
  };
  readonly until: number;
  readonly trace: readonly StreamRow[];
}

export type RecordedSource =
  | { readonly kind: "hot"; readonly strategy: string; readonly at: readonly number[] }
  | { readonly kind: "interval"; readonly period: number; readonly count?: number }
  | { readonly kind: "range"; readonly count: number };

/** An operator with the library's own name and arguments. */
export interface RecordedOperator {
  readonly name: string;
  readonly capacity?: number;
  readonly unbounded?: boolean;
  readonly strategy?: string;
  readonly ttl?: number;
  readonly delayError?: boolean;
  readonly prefetch?: number;
  readonly n?: number;
  readonly high?: number;
  readonly low?: number;
}

/** Where a chain reports. Place -1 is the source, 0 the first operator, the last place the subscriber. */
export interface Probe {
  /** A callback of an operator was called, or the stream ended. */
  report(what: string, value: number | string | null): void;
  stationAt(place: number): StationLog | null;
  /** The log of the connection that leads to a place. */
  connectionTo(place: number): ConnectionLog | null;
}

/** The logs that each operator is given. */
export type Logs = readonly [StationLog | null, ConnectionLog | null];

/** What the chains of one library are built of. */
export interface Library {
  newClock(): VirtualScheduler;
  /** `strategy`: one of its own. */
  create(
    program: (emitter: Emitter<number>) => void,
    strategy: never,
    station: StationLog | null,
  ): Source<number>;
  interval(
    clock: VirtualScheduler,
    periodMs: number,
    count: number,
    station: StationLog | null,
  ): Source<number>;
  range(count: number, station: StationLog | null): Source<number>;
  /** Throws on an operator that it does not have. */
  operatorOf(
    operator: RecordedOperator,
    clock: VirtualScheduler,
    report: Probe["report"],
    logs: Logs,
  ): Operator<number>;
}
