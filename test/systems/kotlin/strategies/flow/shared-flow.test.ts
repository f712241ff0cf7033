import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../../src/run/index.ts";
import { sourceTextOf, strategyOf } from "../../../../../src/systems/index.ts";
import { RowKind, type Trace } from "../../../../../src/trace/index.ts";
import { type RecordedSharedFlow, replaySharedFlow } from "../../../../parity/flows.ts";
import { catalogue } from "../../../../support/everything.ts";
import { playProgram } from "../../../../support/play-program.ts";
import { rounds } from "../../../../support/rounds.ts";
import { recorded } from "../../../../support/runs.ts";

const ID = "shared-flow";
const LOAD = {
  producerDelayMs: 20,
  consumerDelayMs: 100,
  count: 20,
  replay: 0,
  extraBuffer: 3,
  sharedOverflow: "suspend",
  emitWith: "emit",
  collectors: 3,
  subscribeMs: 0,
};
const UNTIL_MS = 100_000;

const OVERFLOWS = {
  suspend: "SUSPEND",
  "drop-oldest": "DROP_OLDEST",
  "drop-latest": "DROP_LATEST",
} as const;

type Load = Omit<typeof LOAD, "sharedOverflow"> & { sharedOverflow: keyof typeof OVERFLOWS };

/** The shared flow of a recording of the strategy's program. */
function asRecorded(load: Load): RecordedSharedFlow {
  const { replay, extraBuffer, collectors, count } = load;
  return {
    id: "shared",
    until: UNTIL_MS,
    trace: [],
    shared: {
      replay,
      extraBufferCapacity: extraBuffer,
      onBufferOverflow: OVERFLOWS[load.sharedOverflow],
    },
    subscribers: Array.from({ length: collectors }, (_, n) => ({
      fromMs: 0,
      workMs: n === collectors - 1 ? load.consumerDelayMs : 0,
    })),
    source: { count, everyMs: load.producerDelayMs, try: load.emitWith === "try-emit" },
  };
}

function rowsOf(trace: Trace, kind: RowKind) {
  return Array.from({ length: trace.length }, (_, row) => eventAt(trace, row)).filter(
    (event) => event.kind === kind,
  );
}

/** Recordings of the real library agree with these: see test/parity/flows.test.ts. */
describe("it does what a recorded shared flow does", () => {
  test("when each collector is done with each value, and what tryEmit returned", () => {
    const load = fc.record({
      producerDelayMs: fc.nat(30),
      consumerDelayMs: fc.nat(60),
      count: fc.integer({ min: 1, max: 30 }),
      replay: fc.nat(3),
      extraBuffer: fc.nat(3),
      sharedOverflow: fc.constantFrom(...(Object.keys(OVERFLOWS) as Load["sharedOverflow"][])),
      emitWith: fc.constantFrom("emit", "try-emit"),
      collectors: fc.integer({ min: 1, max: 4 }),
      subscribeMs: fc.constant(0),
    });
    fc.assert(
      fc.property(load, (values) => {
        fc.pre(values.replay + values.extraBuffer > 0 || values.sharedOverflow === "suspend");
        const expected = replaySharedFlow(asRecorded(values)).flatMap(
          ([timeMs, who, what, value]) => {
            if (what === "refused") return [{ timeMs, text: `refused ${value}` }];
            if (what !== "done") return [];
            return [{ timeMs, text: `collector ${who.slice("subscriber".length)}: ${value}` }];
          },
        );
        const { lines } = playProgram(ID, values, UNTIL_MS);
        expect(lines.map(({ timeMs, text }) => ({ timeMs, text }))).toEqual(expected);
      }),
      { numRuns: rounds(300, 50) },
    );
  });
});

describe("one slow collector", () => {
  const { history } = recorded({ strategy: ID, values: { ...LOAD, durationS: 3 } });

  test("fills the buffer and holds the producer while the fast ones have nothing to do", () => {
    const { stations } = history.stateAt(550);
    const [source, buffer, workers] = stations;
    expect(buffer?.contents.toArray()).toEqual([6, 7, 8]);
    expect(buffer?.held.map(({ element }) => element)).toEqual([9]);
    expect(source?.actors[0]?.activity).toBe("held");
    expect(workers?.actors.map(({ activity }) => activity)).toEqual(["ready", "ready", "busy"]);
  });

  test("with DROP_OLDEST, misses values that the fast ones have taken", () => {
    const values = { ...LOAD, sharedOverflow: "drop-oldest" };
    const { trace, lines } = playProgram(ID, values);
    const lost = rowsOf(trace, RowKind.LOST).map(({ element }) => element);
    expect(rowsOf(trace, RowKind.HELD)).toEqual([]);
    expect(lines.filter(({ text }) => text.startsWith("collector 0:"))).toHaveLength(20);
    const slow = lines.flatMap(({ text }) => /^collector 2: (\d+)$/.exec(text)?.[1] ?? []);
    expect([...slow.map(Number), ...lost].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, element) => element),
    );
    expect(lost.length).toBeGreaterThan(0);
  });
});

describe("before the collectors come", () => {
  const late = { ...LOAD, emitWith: "try-emit", subscribeMs: 150 };

  test("tryEmit refuses nothing, and every value is lost", () => {
    const { trace, losses, lines } = playProgram(ID, late, 149);
    const lost = rowsOf(trace, RowKind.LOST);
    expect(lost.map(({ element }) => element)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(lost.map(({ detail }) => losses[detail]?.id))).toEqual(
      new Set(["no-subscriber"]),
    );
    expect(lines).toEqual([]);
  });

  test("a replay of two keeps the last two for later subscribers", () => {
    const { trace, lines } = playProgram(ID, { ...late, replay: 2 }, 150);
    expect(rowsOf(trace, RowKind.LOST).map(({ element }) => element)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(lines.map(({ text }) => text)).toEqual([
      "collector 0: 6",
      "collector 0: 7",
      "collector 1: 6",
      "collector 1: 7",
    ]);
  });
});

test("without any place, tryEmit is refused as long as there is a collector", () => {
  const { lines } = playProgram(ID, { ...LOAD, extraBuffer: 0, emitWith: "try-emit" });
  expect(lines.map(({ text }) => text)).toEqual(
    Array.from({ length: 20 }, (_, element) => `refused ${element}`),
  );
});

test("collect never returns: when everything is done, the collectors remain", () => {
  const { end, endMs } = playProgram(ID, LOAD);
  expect([end, endMs]).toEqual([{ reason: "stalled" }, 2_000]);
});

describe("its text", () => {
  test("has the sizes, and launches the collectors first", () => {
    const { text, places } = sourceTextOf(strategyOf(catalogue, ID), LOAD, "en");
    for (const part of [
      "replay = 0",
      "extraBufferCapacity = 3",
      "repeat(3) { n ->",
      "if (n == 2)",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("onBufferOverflow");
    expect(text.indexOf("shared.collect")).toBeLessThan(text.indexOf("shared.emit(i)"));
    expect([...places.keys()].sort()).toEqual([
      "producer.busy",
      "producer.held",
      "worker.busy",
      "worker.ready",
    ]);
  });

  test("subscribes late if that is set, and emits with tryEmit", () => {
    const values = {
      ...LOAD,
      emitWith: "try-emit",
      subscribeMs: 150,
      sharedOverflow: "drop-latest",
    };
    const { text } = sourceTextOf(strategyOf(catalogue, ID), values, "en");
    expect(text).toContain("onBufferOverflow = BufferOverflow.DROP_LATEST");
    expect(text).toContain("if (!shared.tryEmit(i)) {");
    expect(text.indexOf("delay(150)")).toBeLessThan(text.indexOf("shared.collect"));
    expect(text.indexOf("delay(150)")).toBeGreaterThan(text.indexOf("shared.tryEmit"));
  });
});
