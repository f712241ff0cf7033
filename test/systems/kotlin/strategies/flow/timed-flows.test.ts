/** The flows whose operator waits for a time: which values they hold, when they make emit wait, and what they lose. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAt } from "../../../../../src/run/index.ts";
import { type StrategyId, sourceTextOf, strategyOf } from "../../../../../src/systems/index.ts";
import { RowKind, type Trace } from "../../../../../src/trace/index.ts";
import { type FlowEntry, type RecordedColdFlow, replayColdFlow } from "../../../../parity/flows.ts";
import { catalogue } from "../../../../support/everything.ts";
import { playProgram } from "../../../../support/play-program.ts";
import { rounds } from "../../../../support/rounds.ts";
import { recorded } from "../../../../support/runs.ts";

const LOAD = { producerDelayMs: 20, consumerDelayMs: 100, count: 20 };

type Load = typeof LOAD;

interface Timed {
  readonly name: string;
  readonly id: StrategyId;
  values(ms: number): Record<string, number | string>;
  chain(ms: number): RecordedColdFlow["operators"];
}

const TIMED: readonly Timed[] = [
  {
    name: "debounce",
    id: "flow-debounce",
    values: (debounceMs) => ({ debounceMs, debounceInto: "nothing" }),
    chain: (ms) => [{ name: "debounce", ms }],
  },
  {
    name: "debounce above conflate",
    id: "flow-debounce",
    values: (debounceMs) => ({ debounceMs, debounceInto: "conflate" }),
    chain: (ms) => [{ name: "debounce", ms }, { name: "conflate" }],
  },
  {
    name: "sample",
    id: "flow-sample",
    values: (sampleMs) => ({ sampleMs }),
    chain: (ms) => [{ name: "sample", ms }],
  },
];

function rowsOf(trace: Trace, kind: RowKind) {
  return Array.from({ length: trace.length }, (_, row) => eventAt(trace, row)).filter(
    (event) => event.kind === kind,
  );
}

/** The strategy's run in the words of a recording. */
function told({ id, values }: Timed, load: Load, ms: number): FlowEntry[] {
  const { trace } = playProgram(id, { ...load, ...values(ms) }, 60_000);
  return Array.from({ length: trace.length }, (_, row) => eventAt(trace, row)).flatMap(
    ({ kind, timeMs, element, who }): FlowEntry[] => {
      if (kind === RowKind.MADE) return [[timeMs, "source", "emit", element]];
      if (kind === RowKind.LEFT && who !== 0) return [[timeMs, "collector", "start", element]];
      if (kind === RowKind.DONE) return [[timeMs, "collector", "done", element]];
      return [];
    },
  );
}

/** Recordings of the real library agree with these: see test/parity/flows.test.ts. */
test.each(TIMED)("$name does what the bare operator does, event for event", (timed) => {
  const loads = fc.record({
    producerDelayMs: fc.nat(60),
    consumerDelayMs: fc.nat(120),
    count: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(loads, fc.integer({ min: 1, max: 150 }), (load, ms) => {
      const bare = replayColdFlow({
        id: timed.name,
        until: 60_000,
        trace: [],
        source: { count: load.count, everyMs: load.producerDelayMs },
        operators: timed.chain(ms),
        terminal: { kind: "collect", workMs: load.consumerDelayMs },
      });
      const seen = bare.filter(([, , what]) => ["emit", "start", "done"].includes(what));
      expect(told(timed, load, ms)).toEqual(seen);
    }),
    { numRuns: rounds(200, 40) },
  );
});

describe("debounce", () => {
  const held = (debounceInto: string) =>
    rowsOf(
      playProgram("flow-debounce", { ...LOAD, debounceMs: 10, debounceInto }).trace,
      RowKind.HELD,
    );

  test("holds only the newest value, and loses the one before by its own rule", () => {
    const values = { ...LOAD, debounceMs: 50, debounceInto: "nothing", durationS: 2 };
    const run = recorded({ strategy: "flow-debounce", values });
    const { stations } = run.history.stateAt(110);
    expect(stations[1]?.contents.toArray()).toEqual([5]);
    const lost = rowsOf(run.trace, RowKind.LOST);
    expect(lost.map(({ element }) => element)).toEqual(Array.from({ length: 19 }, (_, i) => i));
    expect(new Set(lost.map(({ detail }) => run.losses[detail]?.id))).toEqual(
      new Set(["debounced"]),
    );
  });

  test("makes emit wait while the collector works, unless conflate() is below it", () => {
    expect(held("nothing").length).toBeGreaterThan(0);
    expect(held("conflate")).toEqual([]);
  });
});

describe("sample", () => {
  const values = { producerDelayMs: 20, consumerDelayMs: 5, count: 10, sampleMs: 70, durationS: 1 };
  const run = recorded({ strategy: "flow-sample", values });

  test("emits the newest value at each tick, and never makes emit wait", () => {
    const left = rowsOf(run.trace, RowKind.LEFT).filter(
      ({ who }) => run.actorOf(who)?.role === "worker",
    );
    expect(left.map(({ timeMs, element }) => [timeMs, element])).toEqual([
      [70, 3],
      [140, 6],
    ]);
    expect(rowsOf(run.trace, RowKind.HELD)).toEqual([]);
  });

  test("drops older values between two ticks, and does not deliver the one that it holds at the end", () => {
    const { lostBy } = run.history.stateAt(1_000);
    expect(lostBy).toMatchObject({ dropped: 7, undelivered: 1 });
    const last = rowsOf(run.trace, RowKind.LOST).at(-1);
    expect([last?.element, run.losses[last?.detail ?? -1]?.id]).toEqual([9, "unsampled"]);
  });

  test("keeps the newest value in its channel while the collector works past a tick", () => {
    const slow = recorded({ strategy: "flow-sample", values: { ...values, consumerDelayMs: 60 } });
    // 3 is worked on from 70 to 130 ms.
    const { stations } = slow.history.stateAt(125);
    expect(stations.map(({ contents }) => contents.toArray())).toEqual([[], [6], [], []]);
  });
});

describe("onEach with a delay", () => {
  const values = { ...LOAD, onEachMs: 70 };

  test("makes emit wait for the delay and for the work, and loses nothing", () => {
    const { trace } = playProgram("flow-on-each", values, 60_000);
    const times = (kind: RowKind) => rowsOf(trace, kind).map(({ timeMs }) => timeMs);
    const every = (firstMs: number) => Array.from({ length: 20 }, (_, i) => firstMs + 190 * i);
    expect(times(RowKind.MADE)).toEqual(every(0));
    expect(times(RowKind.LEFT)).toEqual(every(70));
    expect(times(RowKind.DONE)).toEqual(every(170));
    expect(times(RowKind.LOST)).toEqual([]);
  });

  test("shows the value with the emitter while it is delayed", () => {
    const { history } = recorded({ strategy: "flow-on-each", values: { ...values, durationS: 1 } });
    const { stations } = history.stateAt(50);
    expect(stations[0]?.actors[0]).toMatchObject({ activity: "held", heldAt: 1, hand: [0] });
    expect(history.stateAt(80).stations[2]?.actors[0]?.hand).toEqual([0]);
  });
});

test("their texts contain the time, and opt in to the preview API if the operator needs it", () => {
  const textOf = (id: StrategyId, more: Record<string, number | string>) =>
    sourceTextOf(strategyOf(catalogue, id), { ...LOAD, ...more }, "en").text;
  const debounced = textOf("flow-debounce", { debounceMs: 70, debounceInto: "conflate" });
  expect(debounced).toContain("@OptIn(FlowPreview::class)\nfun main()");
  expect(debounced).toMatch(/\.debounce\(70\)\n\s+\.conflate\(\)\n\s+\.collect/);
  expect(textOf("flow-sample", { sampleMs: 70 })).toContain(".sample(70)");
  const paced = textOf("flow-on-each", { onEachMs: 70 });
  expect(paced).toContain(".onEach { delay(70) }");
  expect(paced).not.toContain("FlowPreview");
});
