/** The format of `streams.json`, and what builds a chain from it. */
import type { TimerLoop } from "../../src/kernel/index.ts";
import type { Operator, Source } from "../../src/systems/reactive/index.ts";
import type { ConnectionLog, StationLog } from "../../src/trace/index.ts";

/** `[time in ms, what, value]`; an end without an error and an overflow have no value. */
export type StreamRow = readonly [number, string, (number | string)?];

/** A case of `streams.json`: see golden/README.md. */
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

/** Where a chain reports what the recordings hold. */
export interface Probe {
  /** A callback of an operator, or a hook of the library, was called. */
  report(what: string, value?: number): void;
  /** What reaches the source. */
  readonly requests: ConnectionLog;
}

/** Returns the log below the source for the first of what stands below it, and none for the others. */
export function requestsOf({ requests }: Probe, place: number): ConnectionLog | null {
  return place === 0 ? requests : null;
}

/** Builds a chain of one system, with the clock that it runs on. */
export type ChainOf = (
  source: RecordedSource,
  operators: readonly RecordedOperator[],
  probe: Probe,
) => {
  readonly clock: TimerLoop;
  readonly source: Source<number>;
  readonly operators: readonly Operator<number>[];
};

/** A log that listens to a part of what a station reports. */
export function onlyStation(part: Partial<StationLog>): StationLog {
  const nothing = () => undefined;
  return {
    made: nothing,
    entered: nothing,
    left: nothing,
    passed: nothing,
    merged: nothing,
    lost: nothing,
    began: nothing,
    done: nothing,
    ...part,
  };
}
