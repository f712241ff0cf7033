import { sourceLines } from "../../../support/source-lines.ts";
import "../../../support/everything.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { RowKind, SIGNALS } from "../../../../src/trace/index.ts";
import { replayStreams } from "../../../parity/node-streams.ts";
import { recordStreams } from "../../../parity/real-streams.ts";
import type { CaseOf } from "../../../parity/stream-case.ts";
import { playProgram } from "../../../support/play-program.ts";
import { rounds } from "../../../support/rounds.ts";
import { recorded } from "../../../support/runs.ts";
import { isNode20, toldByRows, toldByTrace } from "../../../support/stream-rows.ts";

const ID = "web-write";
const LOAD = { producerDelayMs: 50, consumerDelayMs: 300, count: 40, highWaterMark: 4 };

describe("a producer that awaits writer.ready", () => {
  const run = playProgram(ID, LOAD);

  test("goes on as soon as one is done, and the consumer never idles", () => {
    const { made, done } = toldByTrace(run);
    expect(made.slice(0, 8).map(([timeMs]) => timeMs)).toEqual([
      0, 50, 100, 150, 300, 600, 900, 1200,
    ]);
    expect(done.map(([timeMs]) => timeMs)).toEqual(
      Array.from({ length: 40 }, (_, element) => 300 * (element + 1)),
    );
    expect([run.end, run.endMs]).toEqual([{ reason: "completed" }, 12_000]);
  });

  test("is told that ready is pending at the mark, and fulfilled below it", () => {
    const { trace } = run;
    const signals = Array.from({ length: trace.length }, (_, row) => eventAt(trace, row))
      .filter(({ kind }) => kind === RowKind.SIGNALLED)
      .map(({ timeMs, detail }) => `${timeMs} ${SIGNALS[detail]}`);
    expect(signals.slice(0, 5)).toEqual([
      "150 pending",
      "300 ready",
      "300 pending",
      "600 ready",
      "600 pending",
    ]);
  });
});

test("one that does not await it fills the queue, and nothing is refused", () => {
  const values = { ...LOAD, heeds: "nothing", durationS: 15 };
  const { history, lastMs } = recorded({ strategy: ID, values });
  const { stations, made } = history.stateAt(1_950);
  expect([made, stations[1]?.contents.length]).toEqual([40, 33]);
  expect([history.stateAt(lastMs).done, lastMs]).toEqual([40, 12_000]);
});

describe("what the page plays is what was recorded", () => {
  const load = fc.record({
    producerDelayMs: fc.nat(12),
    consumerDelayMs: fc.nat(12),
    highWaterMark: fc.integer({ min: 1, max: 8 }),
    count: fc.integer({ min: 1, max: 40 }),
    heeds: fc.constantFrom("answer", "nothing"),
  });

  function caseOf(values: Record<string, number | string>): CaseOf<"web-write"> {
    return {
      ...{ id: "a case", system: "web", shape: "web-write", until: 5_000, trace: [] },
      producer: {
        count: Number(values["count"]),
        everyMs: Number(values["producerDelayMs"]),
        heeds: values["heeds"] === "answer" ? "ready" : "nothing",
      },
      writable: {
        highWaterMark: Number(values["highWaterMark"]),
        workMs: Number(values["consumerDelayMs"]),
      },
    };
  }

  test("by the streams that replay all recordings", () => {
    fc.assert(
      fc.property(load, (values) => {
        const rows = replayStreams(caseOf(values));
        expect(toldByTrace(playProgram(ID, values))).toEqual(toldByRows(rows, "write", 1));
      }),
      { numRuns: rounds(150) },
    );
  });

  test.runIf(isNode20)("by the Node that runs this test", async () => {
    await fc.assert(
      fc.asyncProperty(load, async (values) => {
        const rows = await recordStreams(caseOf(values));
        expect(toldByTrace(playProgram(ID, values))).toEqual(toldByRows(rows, "write", 1));
      }),
      { numRuns: rounds(60) },
    );
  });
});

test("its text awaits ready only where the producer does, and says where everybody stands", () => {
  const sourceOf = (heeds: string) => sourceLines(ID, { ...LOAD, heeds });
  const textOf = (heeds: string) =>
    sourceOf(heeds)
      .map((line) => (typeof line === "string" ? line : line.text))
      .join("\n");
  expect(textOf("answer")).toContain("await writer.ready;");
  expect(textOf("nothing")).not.toContain("writer.ready");
  const places = sourceOf("answer").flatMap((line) =>
    typeof line === "string" ? [] : line.spots.map(({ place, forMs }) => `${place} ${forMs}`),
  );
  expect(places).toEqual([
    "worker.ready null",
    "worker.busy 300",
    "producer.busy 0",
    "producer.ready null",
    "producer.busy 50",
  ]);
});
