import fc from "fast-check";
import { expect, test } from "vitest";
import { recorded } from "../../../support/runs.ts";
import { sourceLines } from "../../../support/source-lines.ts";
import { pipeLoad, piping, playsWhatWasRecorded, UNTOLD } from "../../../support/stream-proof.ts";

const ID = "web-pipe";
const MARKS = { readableMark: 4, transformMark: 4, highWaterMark: 4 };
const LOAD = { producerDelayMs: 50, consumerDelayMs: 300, count: 40, ...MARKS };
const STUCK = { ...LOAD, producerDelayMs: 1, consumerDelayMs: 60_000, durationS: 1, count: 0 };

test.each([
  [0, 4 + 4],
  [1, 4 + 8 + 4],
  [2, 4 + 8 + 8 + 4],
])(
  "while the consumer is stuck behind %i transforms, every buffer is at its mark: %i are under way",
  (transforms, made) => {
    const { history } = recorded({ strategy: ID, values: { ...STUCK, transforms } });
    const { made: under, stations } = history.stateAt(1_000);
    expect(under).toBe(made);
    const waiting = stations.reduce((sum, { contents }) => sum + contents.length, 0);
    // One is being worked on.
    expect(waiting).toBe(made - 1);
  },
);

test("for each element that is done, the source makes one more", () => {
  const { history } = recorded({ strategy: ID, values: { ...LOAD, durationS: 15 } });
  const madeAt = (timeMs: number) => history.stateAt(timeMs).made;
  // 16 are under way from 900 ms on; the source takes 50 ms for the next whenever one was done.
  expect([1_000, 1_299, 1_300, 1_599, 1_600, 1_900].map(madeAt)).toEqual([19, 19, 20, 20, 21, 22]);
});

playsWhatWasRecorded({
  id: ID,
  load: fc.record(pipeLoad),
  caseOf: (values) => ({
    ...UNTOLD,
    ...{ system: "web", shape: "web-pipe" },
    ...piping(values),
  }),
  made: "enqueue",
  last: ({ transforms }) => transforms + 1,
});

test("its text pipes through as many transforms as there are", () => {
  const textOf = (transforms: number) =>
    sourceLines(ID, { ...LOAD, transforms })
      .map((line) => (typeof line === "string" ? line : line.text))
      .join("\n");
  expect(textOf(0)).toContain("await source.pipeTo(sink);");
  expect(textOf(1)).toContain("await source.pipeThrough(transform).pipeTo(sink);");
  expect(textOf(2)).toContain(".pipeThrough(transform1).pipeThrough(transform2).pipeTo(sink);");
});
