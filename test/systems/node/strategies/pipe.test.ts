import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { strategyOf } from "../../../../src/systems/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { rounds } from "../../../support/rounds.ts";
import { recorded } from "../../../support/runs.ts";
import { sourceLines } from "../../../support/source-lines.ts";
import { pipeLoad, piping, playsWhatWasRecorded, UNTOLD } from "../../../support/stream-proof.ts";

const ID = "node-pipe";
const MARKS = { readableMark: 4, transformMark: 4, highWaterMark: 4 };
const LOAD = { producerDelayMs: 50, consumerDelayMs: 300, count: 40, ...MARKS };
/** A load under which nothing is done before the run ends. */
const STUCK = { ...LOAD, producerDelayMs: 1, consumerDelayMs: 60_000, durationS: 1, count: 0 };

describe("while the consumer is stuck", () => {
  test.each([
    [0, 4 + 4],
    [1, 4 + 7 + 4],
    [2, 4 + 7 + 7 + 4],
  ])(
    "%i transforms: %i elements are under way, the marks of both ends and, for each transform, two marks less one",
    (transforms, made) => {
      for (const joined of ["pipe", "pipeline"]) {
        const { history } = recorded({ strategy: ID, values: { ...STUCK, transforms, joined } });
        expect(history.stateAt(1_000).made).toBe(made);
      }
    },
  );

  test("the buffers are at their marks, and everything upstream was asked to wait", () => {
    const { history } = recorded({ strategy: ID, values: STUCK });
    const { stations, connections } = history.stateAt(1_000);
    // The element whose callback the transform withholds counts on both of its sides, and stands in one.
    expect(stations.map(({ contents }) => contents.length)).toEqual([0, 4, 3, 4, 3, 0]);
    expect(connections.map(({ signal }) => signal)).toEqual([
      null,
      "pause",
      "withheld",
      "pause",
      null,
    ]);
    expect(connections[0]?.outstanding).toBe(0);
  });
});

test("nothing moves until the Writable is empty; then a burst goes all the way", () => {
  const { history } = recorded({ strategy: ID, values: { ...LOAD, durationS: 15 } });
  const waits = (timeMs: number) =>
    history.stateAt(timeMs).stations.map(({ contents }) => contents.length);
  expect(waits(1_240)).toEqual([0, 4, 3, 4, 0, 0]);
  // At 1,250 ms the last of four is done: three are passed on, the fourth once the transform has taken more.
  expect(waits(1_250)[4]).toBeGreaterThan(0);
  expect(history.stateAt(1_249).made).toBe(15);
  expect(history.stateAt(1_450).made).toBe(19);
});

const load = fc.record({
  ...pipeLoad,
  joined: fc.constantFrom("pipe" as const, "pipeline" as const),
});

playsWhatWasRecorded({
  id: ID,
  load,
  caseOf: (values) => ({
    ...UNTOLD,
    ...{ system: "node", shape: "pipe", with: values.joined },
    ...piping(values),
  }),
  made: "push",
  last: ({ transforms }) => transforms + 1,
});

test("no more elements wait than guaranteed, whatever the load", () => {
  fc.assert(
    fc.property(load, (values) => {
      const { history } = recorded({ strategy: ID, values: { ...values, durationS: 5 } });
      const { maxBuffered } = strategyOf(catalogue, ID).guarantees(values);
      expect(history.deepestWaiting).toBeLessThanOrEqual(maxBuffered);
    }),
    { numRuns: rounds(60) },
  );
});

test("a source without end or pause would block the event loop if its consumer takes no time", () => {
  const values = { ...LOAD, count: 0, producerDelayMs: 0, consumerDelayMs: 0, durationS: 1 };
  expect(recorded({ strategy: ID, values }).end).toMatchObject({ reason: "limit", atMs: 0 });
});

describe("its text", () => {
  const textOf = (values: Record<string, number | string>) =>
    sourceLines(ID, { ...LOAD, transforms: 1, joined: "pipeline", ...values })
      .map((line) => (typeof line === "string" ? line : line.text))
      .join("\n");

  test("joins its streams with pipe or with pipeline", () => {
    expect(textOf({})).toContain("await pipeline(source, transform, sink);");
    expect(textOf({ transforms: 2 })).toContain("pipeline(source, transform1, transform2, sink)");
    expect(textOf({ joined: "pipe" })).toContain("source.pipe(transform).pipe(sink);");
    expect(textOf({ joined: "pipe", transforms: 0 })).toContain("source.pipe(sink);");
    expect(textOf({ transforms: 0 })).not.toContain("Transform");
  });

  test("shows each mark where it belongs", () => {
    const marks = textOf({ readableMark: 5, transformMark: 6, highWaterMark: 7 });
    expect([...marks.matchAll(/highWaterMark: (\d+)/g)].map(([, mark]) => mark)).toEqual([
      "5",
      "6",
      "7",
    ]);
  });
});
