/** Proves that a strategy on streams plays what was recorded, by comparing it with the replayed recordings and with Node. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Values } from "../../src/params/index.ts";
import type { StrategyId } from "../../src/systems/index.ts";
import { replayStreams } from "../parity/node-streams.ts";
import { recordStreams } from "../parity/real-streams.ts";
import type { CaseOf, StreamCase, StreamRow } from "../parity/stream-case.ts";
import { playProgram } from "./play-program.ts";
import { rounds } from "./rounds.ts";
import { isNode20, toldByRows, toldByTrace } from "./stream-rows.ts";

/** How a strategy is compared with recordings. */
interface Proof<V extends Values> {
  readonly id: StrategyId;
  readonly load: fc.Arbitrary<V>;
  readonly caseOf: (values: V) => StreamCase;
  /** The name of the rows that make elements. */
  readonly made: string;
  /** The number of the consumer's stage. */
  readonly last: (values: V) => number;
}

export function playsWhatWasRecorded<V extends Values>(proof: Proof<V>): void {
  const { id, load, caseOf, made, last } = proof;
  const compare = (values: V, rows: readonly StreamRow[]) =>
    expect(toldByTrace(playProgram(id, values))).toEqual(toldByRows(rows, made, last(values)));

  describe("what the page plays is what was recorded", () => {
    test("by the streams that replay all recordings", () => {
      fc.assert(
        fc.property(load, (values) => {
          compare(values, replayStreams(caseOf(values)));
        }),
        { numRuns: rounds(150) },
      );
    });

    test.runIf(isNode20)("by the Node that runs this test", async () => {
      await fc.assert(
        fc.asyncProperty(load, async (values) => {
          compare(values, await recordStreams(caseOf(values)));
        }),
        { numRuns: rounds(60) },
      );
    });
  });
}

/** Loads of a producer that writes, with any marks; the producer's pause is at least `leastPauseMs`. */
export function writeLoad(leastPauseMs: number) {
  return fc.record({
    producerDelayMs: fc.integer({ min: leastPauseMs, max: 12 }),
    consumerDelayMs: fc.nat(12),
    highWaterMark: fc.integer({ min: 1, max: 8 }),
    count: fc.integer({ min: 1, max: 40 }),
    heeds: fc.constantFrom("answer", "nothing"),
  });
}

/** Fills in the name and rows that a recorded case has, and that a replay does not need. */
export const UNTOLD = { id: "a case", until: 5_000, trace: [] } as const;

type WriteValues = ReturnType<typeof writeLoad> extends fc.Arbitrary<infer V> ? V : never;

/** The producer and the sink of a case of writes; `heeds` is what a producer that heeds the answer waits for. */
export function writing<Heeds extends string>(values: WriteValues, heeds: Heeds) {
  const { count, producerDelayMs, highWaterMark, consumerDelayMs } = values;
  return {
    producer: {
      ...{ count, everyMs: producerDelayMs },
      heeds: values.heeds === "answer" ? heeds : ("nothing" as const),
    },
    writable: { highWaterMark, workMs: consumerDelayMs },
  };
}

const anyMark = fc.integer({ min: 1, max: 6 });

/** Loads of a source that is piped through transforms, with any marks. */
export const pipeLoad = {
  producerDelayMs: fc.nat(8),
  consumerDelayMs: fc.nat(8),
  readableMark: anyMark,
  transformMark: anyMark,
  highWaterMark: anyMark,
  transforms: fc.nat(2),
  count: fc.integer({ min: 1, max: 30 }),
};

type PipeValues = {
  readonly [K in keyof typeof pipeLoad]: (typeof pipeLoad)[K] extends fc.Arbitrary<infer V>
    ? V
    : never;
};

/** The streams of a case of pipes. */
export function piping(
  values: PipeValues,
): Pick<CaseOf<"pipe">, "readable" | "transforms" | "writable"> {
  const { readableMark, transformMark, highWaterMark, transforms } = values;
  const transform = {
    ...{ readableHighWaterMark: transformMark, writableHighWaterMark: transformMark },
    workMs: 0,
  };
  return {
    readable: {
      ...{ highWaterMark: readableMark, produceMs: values.producerDelayMs },
      count: values.count,
    },
    transforms: Array.from({ length: transforms }, () => transform),
    writable: { highWaterMark, workMs: values.consumerDelayMs },
  };
}
