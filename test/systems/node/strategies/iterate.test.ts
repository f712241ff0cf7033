import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { replayStreams } from "../../../parity/node-streams.ts";
import { recordStreams } from "../../../parity/real-streams.ts";
import type { CaseOf } from "../../../parity/stream-case.ts";
import { playProgram } from "../../../support/play-program.ts";
import { rounds } from "../../../support/rounds.ts";
import { recorded } from "../../../support/runs.ts";
import { sourceLines } from "../../../support/source-lines.ts";
import { isNode20, toldByRows, toldByTrace } from "../../../support/stream-rows.ts";

const ID = "node-iterate";
const LOAD = { producerDelayMs: 50, consumerDelayMs: 300, count: 40, readableMark: 4 };

test("a source that is asked is slowed down: it keeps as many elements ahead of the reader as the mark", () => {
  const { history, lastMs } = recorded({ strategy: ID, values: { ...LOAD, durationS: 15 } });
  const { stations, made } = history.stateAt(340);
  // One is being worked on, four wait.
  expect([made, stations[1]?.contents.length]).toEqual([5, 4]);
  expect([history.deepestWaiting, lastMs]).toEqual([4, 12_050]);
});

test("a source that pushes by itself is not slowed down: for await slows down only its reader", () => {
  const values = { ...LOAD, heeds: "nothing", durationS: 15 };
  const { history, lastMs } = recorded({ strategy: ID, values });
  expect([history.stateAt(1_950).made, history.deepestWaiting]).toEqual([40, 33]);
  expect([history.stateAt(lastMs).done, lastMs]).toEqual([40, 12_000]);
});

describe("the page plays what was recorded", () => {
  const load = fc.record({
    producerDelayMs: fc.integer({ min: 1, max: 12 }),
    consumerDelayMs: fc.nat(12),
    readableMark: fc.integer({ min: 1, max: 8 }),
    count: fc.integer({ min: 1, max: 40 }),
    heeds: fc.constantFrom("answer", "nothing"),
  });
  type Values = typeof load extends fc.Arbitrary<infer V> ? V : never;

  function caseOf(values: Values): CaseOf<"iterate"> {
    const { readableMark: highWaterMark, producerDelayMs: produceMs, count } = values;
    const at = Array.from({ length: count }, (_, element) => element * produceMs);
    return {
      ...{ id: "a case", system: "node", shape: "iterate", until: 5_000, trace: [] },
      readable:
        values.heeds === "answer" ? { highWaterMark, produceMs, count } : { highWaterMark, at },
      workMs: values.consumerDelayMs,
      take: 0,
    };
  }

  test("from the streams that replay all recordings", () => {
    fc.assert(
      fc.property(load, (values) => {
        const { made, done } = toldByTrace(playProgram(ID, values));
        const told = toldByRows(replayStreams(caseOf(values)), "push", 1);
        expect([made, done]).toEqual([told.made, told.done]);
      }),
      { numRuns: rounds(150) },
    );
  });

  test.runIf(isNode20)("from the Node that runs this test", async () => {
    await fc.assert(
      fc.asyncProperty(load, async (values) => {
        const { made, done } = toldByTrace(playProgram(ID, values));
        const told = toldByRows(await recordStreams(caseOf(values)), "push", 1);
        expect([made, done]).toEqual([told.made, told.done]);
      }),
      { numRuns: rounds(60) },
    );
  });
});

test("its text reads in a loop, and pushes only if the source does so by itself", () => {
  const textOf = (heeds: string) =>
    sourceLines(ID, { ...LOAD, heeds })
      .map((line) => (typeof line === "string" ? line : line.text))
      .join("\n");
  expect(textOf("answer")).toContain("for await (const element of source)");
  expect(textOf("answer")).not.toContain("produce()");
  expect(textOf("nothing")).toContain("source.push(element);");
});
