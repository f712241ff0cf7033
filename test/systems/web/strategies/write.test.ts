import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../src/run/index.ts";
import { RowKind, SIGNALS } from "../../../../src/trace/index.ts";
import { playProgram } from "../../../support/play-program.ts";
import { recorded } from "../../../support/runs.ts";
import { sourceLines } from "../../../support/source-lines.ts";
import { playsWhatWasRecorded, UNTOLD, writeLoad, writing } from "../../../support/stream-proof.ts";
import { toldByTrace } from "../../../support/stream-rows.ts";

const ID = "web-write";
const LOAD = { producerDelayMs: 50, consumerDelayMs: 300, count: 40, highWaterMark: 4 };

describe("a producer that awaits writer.ready", () => {
  const run = playProgram(ID, LOAD);

  test("goes on as soon as one element is done, and the consumer never idles", () => {
    const { made, done } = toldByTrace(run);
    expect(made.slice(0, 8).map(([timeMs]) => timeMs)).toEqual([
      0, 50, 100, 150, 300, 600, 900, 1200,
    ]);
    expect(done.map(([timeMs]) => timeMs)).toEqual(
      Array.from({ length: 40 }, (_, element) => 300 * (element + 1)),
    );
    expect([run.end, run.endMs]).toEqual([{ reason: "completed" }, 12_000]);
  });

  test("ready is pending at the mark, and fulfilled below it", () => {
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

test("a producer that does not await ready fills the queue, and nothing is refused", () => {
  const values = { ...LOAD, heeds: "nothing", durationS: 15 };
  const { history, lastMs } = recorded({ strategy: ID, values });
  const { stations, made } = history.stateAt(1_950);
  expect([made, stations[1]?.contents.length]).toEqual([40, 33]);
  expect([history.stateAt(lastMs).done, lastMs]).toEqual([40, 12_000]);
});

playsWhatWasRecorded({
  id: ID,
  load: writeLoad(0),
  caseOf: (values) => ({
    ...UNTOLD,
    ...{ system: "web", shape: "web-write" },
    ...writing(values, "ready"),
  }),
  made: "write",
  last: () => 1,
});

test("its text awaits ready only if the producer does, and marks where producer and consumer can be", () => {
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
