/** The format of `streams.json` (see golden/README.md), and what builds a chain from it. */
import type { TimerLoop } from "../../src/kernel/index.ts";
import type { Operator, Source } from "../../src/systems/reactive/index.ts";
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

/** Makes the clock of a chain of one system, and what builds the chain once the probe is there. */
export type ChainOf = (
  source: RecordedSource,
  operators: readonly RecordedOperator[],
) => {
  readonly clock: TimerLoop;
  readonly connect: (probe: Probe) => readonly [Source<number>, readonly Operator<number>[]];
};
