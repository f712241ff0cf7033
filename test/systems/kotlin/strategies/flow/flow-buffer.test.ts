import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt, Recording } from "../../../../../src/run/index.ts";
import { sourceTextOf, strategyOf } from "../../../../../src/systems/index.ts";
import { RowKind, type Trace } from "../../../../../src/trace/index.ts";
import { type FlowEntry, type RecordedColdFlow, replayColdFlow } from "../../../../parity/flows.ts";
import { catalogue } from "../../../../support/everything.ts";
import { playProgram } from "../../../../support/play-program.ts";
import { rounds } from "../../../../support/rounds.ts";
import { recorded, specOf } from "../../../../support/runs.ts";

const ID = "flow-buffer";
const LOAD = { producerDelayMs: 20, consumerDelayMs: 100, count: 20, capacity: 3 };
const OPERATORS = [
  "none",
  "buffer",
  "two-buffers",
  "drop-oldest",
  "drop-latest",
  "unlimited",
  "conflate",
  "latest",
  "flow-on",
] as const;

type Operator = (typeof OPERATORS)[number];
type Load = typeof LOAD;

/** The operator chain of a recording of the strategy's program. */
function chainOf(operator: Operator, load: Load): RecordedColdFlow {
  const plain = { onBufferOverflow: "SUSPEND" } as const;
  const below = { name: "buffer", capacity: String(load.capacity), ...plain };
  const operators = {
    none: [],
    buffer: [below],
    "two-buffers": [{ name: "buffer", capacity: "2", ...plain }, below],
    "drop-oldest": [{ ...below, onBufferOverflow: "DROP_OLDEST" }],
    "drop-latest": [{ ...below, onBufferOverflow: "DROP_LATEST" }],
    unlimited: [{ ...below, capacity: "UNLIMITED" }],
    conflate: [{ name: "conflate" }],
    latest: [],
    "flow-on": [{ name: "flowOn" }],
  } as const;
  return {
    id: operator,
    until: 1_000_000,
    trace: [],
    source: { count: load.count, everyMs: load.producerDelayMs },
    operators: operators[operator],
    terminal: {
      kind: operator === "latest" ? "collectLatest" : "collect",
      workMs: load.consumerDelayMs,
    },
  };
}

/** The strategy's run in the words of a recording: what was emitted, begun, done, cancelled. */
function told(operator: Operator, load: Load): FlowEntry[] {
  const { trace, losses } = playProgram(ID, { ...load, operator });
  return Array.from({ length: trace.length }, (_, row) => eventAt(trace, row)).flatMap(
    ({ kind, timeMs, element, detail }): FlowEntry[] => {
      if (kind === RowKind.MADE) return [[timeMs, "source", "emit", element]];
      if (kind === RowKind.LEFT) return [[timeMs, "collector", "start", element]];
      if (kind === RowKind.DONE) return [[timeMs, "collector", "done", element]];
      if (kind !== RowKind.LOST || losses[detail]?.id !== "superseded") return [];
      return [[timeMs, "collector", "cancelled", element]];
    },
  );
}

function rowsOf(trace: Trace, kind: RowKind) {
  return Array.from({ length: trace.length }, (_, row) => eventAt(trace, row)).filter(
    (event) => event.kind === kind,
  );
}

/** Recordings of the real library agree with these: see test/parity/flows.test.ts. */
describe.each(OPERATORS)(
  "%s does what its chain of operators does, event for event",
  (operator) => {
    test("whatever the load", () => {
      const load = fc.record({
        producerDelayMs: fc.nat(30),
        consumerDelayMs: fc.nat(60),
        count: fc.integer({ min: 1, max: 40 }),
        capacity: fc.integer({ min: 1, max: 6 }),
      });
      fc.assert(
        fc.property(load, (values) => {
          const seen = ["emit", "start", "done", "cancelled"];
          const replayed = replayColdFlow(chainOf(operator, values)).filter(([, , what]) =>
            seen.includes(what),
          );
          expect(told(operator, values)).toEqual(replayed);
        }),
        { numRuns: rounds(200, 30) },
      );
    });
  },
);

describe("without an operator", () => {
  const { trace, end, endMs } = playProgram(ID, LOAD);

  test("values are emitted every 120 ms: 100 ms of work, then a pause of 20 ms", () => {
    expect(rowsOf(trace, RowKind.MADE).map(({ timeMs }) => timeMs)).toEqual(
      Array.from({ length: 20 }, (_, i) => 120 * i),
    );
    expect([end, endMs]).toEqual([{ reason: "completed" }, 2_400]);
  });

  test("emit returns when the collector is done, and no value is ever between the two", () => {
    const times = (kind: RowKind) => rowsOf(trace, kind).map(({ timeMs }) => timeMs);
    expect(times(RowKind.HELD)).toEqual(times(RowKind.MADE));
    expect(times(RowKind.RELEASED)).toEqual(times(RowKind.DONE));
    const { history } = recorded({ strategy: ID, values: { ...LOAD, durationS: 3 } });
    const { waiting, inHand, onTheWay } = history.stateAt(60);
    expect([waiting, inHand, onTheWay]).toEqual([0, 1, 0]);
  });
});

test("buffer(2).buffer(3) is one channel of five places", () => {
  const values = { ...LOAD, operator: "two-buffers", durationS: 3 };
  const { history } = recorded({ strategy: ID, values });
  // Six have been taken from the emitter: one is worked on.
  const { stations } = history.stateAt(190);
  const [, buffer] = stations;
  expect([buffer?.capacity, buffer?.contents.toArray(), buffer?.held.length]).toEqual([
    5,
    [2, 3, 4, 5, 6],
    1,
  ]);
});

test("conflate never holds the emitter, and loses values that were not taken", () => {
  const { trace, numbersOf } = playProgram(ID, { ...LOAD, operator: "conflate" });
  expect(rowsOf(trace, RowKind.HELD)).toEqual([]);
  expect(numbersOf("done").map(({ number }) => number)).toEqual([0, 4, 9, 14, 19]);
  expect(rowsOf(trace, RowKind.LOST)).toHaveLength(15);
});

test("a buffer that drops never holds the emitter, and keeps the last values, or the first", () => {
  const done = (operator: Operator) => {
    const { trace, numbersOf } = playProgram(ID, { ...LOAD, operator });
    expect(rowsOf(trace, RowKind.HELD)).toEqual([]);
    return numbersOf("done").map(({ number }) => number);
  };
  expect(done("drop-oldest")).toEqual([0, 2, 7, 12, 17, 18, 19]);
  expect(done("drop-latest")).toEqual([0, 1, 2, 3, 5, 10, 15]);
  expect(done("unlimited")).toHaveLength(20);
});

describe("collectLatest", () => {
  test("begins every value, cancels unfinished work for a newer value, and records the loss", () => {
    const { trace, numbersOf } = playProgram(ID, { ...LOAD, operator: "latest" });
    const numbers = Array.from({ length: 20 }, (_, element) => element);
    expect(numbersOf("began").map(({ number }) => number)).toEqual(numbers);
    expect(numbersOf("done")).toEqual([{ timeMs: 480, number: 19 }]);
    expect(rowsOf(trace, RowKind.LOST).map(({ timeMs, element }) => [timeMs, element])).toEqual(
      numbers.slice(0, -1).map((element) => [20 * (element + 1), element]),
    );
  });

  test("loses nothing if the work is shorter than the pause", () => {
    const values = { ...LOAD, operator: "latest", producerDelayMs: 100, consumerDelayMs: 20 };
    const { trace, numbersOf } = playProgram(ID, values);
    expect(rowsOf(trace, RowKind.LOST)).toEqual([]);
    expect(numbersOf("done")).toHaveLength(20);
  });
});

test("flowOn adds a channel of 64 places", () => {
  const values = { ...LOAD, operator: "flow-on", producerDelayMs: 1, count: 100 };
  const { trace } = playProgram(ID, values);
  const [first] = rowsOf(trace, RowKind.HELD);
  // One is worked on, 64 wait, and the next is held.
  expect([first?.timeMs, first?.element]).toEqual([65, 65]);
});

test("a new pause and a new work time take effect from the next value on", () => {
  const run = new Recording(
    catalogue,
    specOf({
      strategy: ID,
      values: { ...LOAD, durationS: 3 },
      interventions: [
        { atMs: 50, key: "consumerDelayMs", value: 10 },
        { atMs: 50, key: "producerDelayMs", value: 40 },
      ],
    }),
  );
  run.advanceTo(300);
  expect(rowsOf(run.trace, RowKind.MADE).map(({ timeMs }) => timeMs)).toEqual([
    0, 140, 190, 240, 290,
  ]);
});

test("collections of the heap stop emitter and collector alike", () => {
  const load = { ...LOAD, operator: "buffer", capacity: 50, count: 100, durationS: 60 };
  const values = { ...load, elementKiB: 1024, heapMiB: 60 };
  const free = recorded({ strategy: ID, values: { ...values, gcMsPerGiB: 0 } });
  const stopped = recorded({ strategy: ID, values: { ...values, gcMsPerGiB: 1_000 } });
  expect(free.lastMs).toBe(10_000);
  expect(stopped.lastMs).toBeGreaterThan(free.lastMs);
  expect(stopped.history.stateAt(stopped.lastMs).done).toBe(100);
});

test.each([
  ["none", ["numbers.collect { element ->"]],
  ["buffer", [".buffer(3)", ".collect { element ->"]],
  ["two-buffers", [".buffer(2)", ".buffer(3)"]],
  [
    "drop-oldest",
    [".buffer(3, BufferOverflow.DROP_OLDEST)", "import kotlinx.coroutines.channels.BufferOverflow"],
  ],
  ["drop-latest", [".buffer(3, BufferOverflow.DROP_LATEST)"]],
  ["unlimited", [".buffer(Channel.UNLIMITED)", "import kotlinx.coroutines.channels.Channel\n"]],
  ["conflate", [".conflate()", "import kotlinx.coroutines.flow.conflate"]],
  ["latest", ["numbers.collectLatest { element ->", 'println("began $element")']],
  ["flow-on", [".flowOn(Dispatchers.Default)", "import kotlinx.coroutines.Dispatchers"]],
] as const)("the text of %s says what stands between, and where both stand", (operator, parts) => {
  const values = { ...LOAD, operator };
  const { text, places } = sourceTextOf(strategyOf(catalogue, ID), values, "en");
  for (const part of [...parts, "repeat(20) { i ->", "delay(20)", "delay(100)"]) {
    expect(text).toContain(part);
  }
  if (operator !== "unlimited") {
    expect(text).not.toContain("import kotlinx.coroutines.channels.Channel\n");
  }
  expect([...places.keys()].sort()).toEqual([
    "producer.busy",
    "producer.held",
    "worker.busy",
    "worker.ready",
  ]);
});
