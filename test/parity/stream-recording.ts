/** The form of `streams.json` (see golden/README.md), and the interface through which a library builds its chains. */
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

/** What a chain reports to. Place -1 is the source, place 0 the first operator, and the last place the subscriber. */
export interface Probe {
  /** Called when a callback of an operator is called, or the stream ends. */
  report(what: string, value: number | string | null): void;
  stationAt(place: number): StationLog | null;
  /** Returns the log of the connection that leads to `place`. */
  connectionTo(place: number): ConnectionLog | null;
}

/** The logs that each operator is given. */
export type Logs = readonly [StationLog | null, ConnectionLog | null];

/** Builds the parts of one library's chains. */
export interface Library {
  newClock(): VirtualScheduler;
  /** `strategy` must be one of the library's own. */
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
  /** Throws if the library does not have the operator. */
  operatorOf(
    operator: RecordedOperator,
    clock: VirtualScheduler,
    report: Probe["report"],
    logs: Logs,
  ): Operator<number>;
}
