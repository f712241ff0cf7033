import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Actor,
  History,
  initialValues,
  Recording,
  type RunCast,
  seeded,
  startSimulation,
} from "../../src/run/index.ts";
import { stationNumber, strategyOf } from "../../src/systems/index.ts";
import { RowKind, Trace } from "../../src/trace/index.ts";
import { catalogue } from "../support/everything.ts";
import { flat } from "../support/flat-state.ts";
import { anyRun } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { recorded, specOf } from "../support/runs.ts";

/** Says how many rows are looked at. */
class CountingTrace extends Trace {
  looks = 0;

  override kindAt(row: number): RowKind {
    this.looks++;
    return super.kindAt(row);
  }
}

/** Who plays; a buffer without a bound, elements of one kind. */
function castOf(actorOf: (id: number) => Actor | undefined): RunCast {
  const unlimited = strategyOf(catalogue, "unlimited");
  const topology = unlimited.topology(initialValues(catalogue, specOf({ strategy: "unlimited" })));
  return { actorOf, topology, kinds: null, losses: [] };
}

const PRODUCER: Actor = { role: "producer", index: 0, station: 0 };

describe("a seek costs no more than a keyframe's distance, however long the run and its backlog", () => {
  const KEYFRAME_ROWS = 2048;
  const fast = { producerDelayMs: 1, durationS: 60, heapMiB: 4096 };

  test.each([
    [
      "1,000 a second through 64 places",
      "bounded",
      { consumerDelayMs: 3, workers: 3, capacity: 64 },
    ],
    ["a backlog of 59,400", "unlimited", { consumerDelayMs: 100 }],
  ] as const)("%s", (_name, strategy, values) => {
    const trace = new CountingTrace();
    const spec = specOf({ strategy, values: { ...fast, ...values } });
    const { machine, actorOf } = startSimulation({
      strategy: strategyOf(catalogue, strategy),
      values: initialValues(catalogue, spec),
      random: seeded(1),
      trace,
    });
    const history = new History(trace, 60_000, castOf(actorOf));
    machine.runUntil(60_000);
    history.extend();
    expect(trace.length).toBeGreaterThan(150_000);
    for (let i = 0; i < 2_000; i++) {
      // Golden-ratio steps: times near and far, forward and backward.
      const timeMs = ((i * 0.618034) % 1) * 60_000;
      trace.looks = 0;
      const state = flat(history.stateAt(timeMs));
      expect(state.rows).toBe(trace.rowsUntil(timeMs));
      expect(trace.looks).toBeLessThanOrEqual(KEYFRAME_ROWS);
    }
  });

  test("with 10,000 elements on the network: in the rows that they make", () => {
    const values = { producerDelayMs: 1, latencyMs: 10_000, consumerDelayMs: 1, durationS: 30 };
    const { history } = recorded({ strategy: "unlimited", values });
    let most = 0;
    for (let i = 0; i < 300; i++) {
      const timeMs = ((i * 0.618034) % 1) * 30_000;
      const { made, received, waiting, onTheWay, carriers } = flat(history.stateAt(timeMs));
      expect(carriers.length).toBe(made - received - waiting - onTheWay);
      most = Math.max(most, carriers.length);
    }
    expect(most).toBe(10_000);
  });

  test("going on a little looks only at the rows in between", () => {
    const trace = new CountingTrace();
    for (let row = 0; row < 10_000; row++) trace.add(row, RowKind.MADE, 0, 1, row);
    const history = new History(
      trace,
      10_000,
      castOf(() => PRODUCER),
    );
    history.extend();
    flat(history.stateAtRow(500));
    trace.looks = 0;
    expect(flat(history.stateAtRow(520)).made).toBe(520);
    expect(trace.looks).toBe(20);
  });
});

test("marks: the first time of each", () => {
  fc.assert(
    fc.property(anyRun, (spec) => {
      const { trace, history, topology } = recorded(spec);
      const first = (kind: RowKind, counts = (_row: number) => true) => {
        for (let row = 0; row < trace.length; row++) {
          if (trace.kindAt(row) === kind && counts(row)) return trace.timeAt(row);
        }
        return null;
      };
      expect(history.marks).toEqual({
        firstLossMs: first(RowKind.LOST),
        firstPressureMs: first(
          RowKind.HELD,
          (row) => topology.stations[trace.stationAt(row)]?.kind === "buffer",
        ),
        firstTripMs: null,
      });
    }),
  );
});

test("marks at 0 ms are marks", () => {
  const { history } = recorded({ scenario: "bounded-buffer" });
  expect(history.marks.firstPressureMs).toBe(0);
});

describe("marks: when pressure first reaches whoever offers", () => {
  test.each([
    ["rx-generate", 0, "it is held at once: the source is not asked for a ninth"],
    ["rx-observe-on", 800, "the ninth element was not requested, and stays in create"],
    ["rx-drop", 800, "the same, and it is dropped"],
    ["rx-interval", 900, "the ninth tick"],
    ["rx-buffer", 100, "a subscriber requests one by one"],
  ] as const)("%s: %i ms, %s", (strategy, atMs, _why) => {
    const { marks } = recorded({ scenario: "rxjava", strategy }).history;
    expect(marks.firstPressureMs).toBe(atMs);
  });

  test.each(["answer", "nothing"])("write() says false, and %s heeds it", (heeds) => {
    const run = recorded({ scenario: "node-streams", strategy: "node-write", values: { heeds } });
    expect(run.history.marks.firstPressureMs).toBe(150);
    expect(run.history.stateAt(150).connections[0]?.signal).toBe("full");
    expect(run.history.stateAt(149).connections[0]?.signal).toBeNull();
  });

  test("writer.ready of a Web stream is pending", () => {
    const run = recorded({ scenario: "node-streams", strategy: "web-write" });
    const { firstPressureMs } = run.history.marks;
    expect(run.history.stateAt(firstPressureMs ?? 0).connections[0]?.signal).toBe("pending");
  });

  test("a source that is slower than its subscriber meets none", () => {
    const run = recorded({
      scenario: "reactor",
      strategy: "reactor-limit-rate",
      values: { producerDelayMs: 500, consumerDelayMs: 10 },
    });
    expect(run.history.marks.firstPressureMs).toBeNull();
  });
});

describe("the deepest of each bucket", () => {
  test("is that of a plain count: rows before the bucket's end, the last one with its end", () => {
    fc.assert(
      fc.property(anyRun, (spec) => {
        const { trace, history, durationMs, topology } = recorded(spec);
        const naive = plainDepths(trace, durationMs, stationNumber(topology, "buffer"));
        for (let bucket = 0; bucket < 1200; bucket++) {
          expect(history.depthMaxAt(bucket)).toBe(naive[bucket]);
        }
      }),
      { numRuns: rounds(30) },
    );
  });

  test("a time on the border belongs to the bucket that begins there, for any length of a run", () => {
    // 5 s in 1,200 buckets: the border at 125 ms is missed by a division through the bucket's width.
    for (const durationMs of [1_000, 5_000, 7_000, 59_000, 600_000]) {
      const trace = new Trace();
      const history = new History(
        trace,
        durationMs,
        castOf(() => PRODUCER),
      );
      for (let timeMs = 0; timeMs <= durationMs; timeMs += durationMs / 1000) {
        trace.add(timeMs, RowKind.MADE, 0, 1, timeMs);
        trace.add(timeMs, RowKind.ENTERED, 1, 1, timeMs);
      }
      history.extend();
      const naive = plainDepths(trace, durationMs, 1);
      for (let bucket = 0; bucket < 1200; bucket++) {
        expect(history.depthMaxAt(bucket)).toBe(naive[bucket]);
      }
    }
  });
});

test("when elements were made, done and lost: at their instants, and how many by then", () => {
  fc.assert(
    fc.property(anyRun, fc.array(fc.nat(3000), { maxLength: 10 }), (spec, times) => {
      const { history } = recorded(spec);
      for (const timeMs of times) {
        const { made, done, lost } = history.stateAt(timeMs);
        expect(history.made.totalUntil(timeMs)).toBe(made);
        expect(history.done.totalUntil(timeMs)).toBe(done);
        expect(history.lost.totalUntil(timeMs)).toBe(lost);
      }
    }),
  );
});

test("a state that was handed out does not change when another is asked for", () => {
  const { history } = recorded({ values: { capacity: 3 } });
  const early = history.stateAt(450);
  const before = JSON.stringify([early.made, early.stations]);
  history.stateAt(20_000);
  history.stateAt(10);
  expect(JSON.stringify([early.made, early.stations])).toBe(before);
  expect(flat(early).buffer.toArray()).toEqual([2, 3, 4].slice(0, flat(early).buffer.length));
});

/** The most that waited in the buffer in each of 1,200 buckets, counted row by row with whole numbers. */
function plainDepths(trace: Trace, durationMs: number, buffer: number): number[] {
  const most: number[] = [];
  const inside = new Set<number>();
  let row = 0;
  for (let bucket = 0; bucket < 1200; bucket++) {
    let depthMax = inside.size;
    // Time t is before the end (bucket + 1) / 1200 of the duration.
    const isBefore = (timeMs: number) =>
      timeMs * 1200 < (bucket + 1) * durationMs || bucket === 1199;
    for (; row < trace.length && isBefore(trace.timeAt(row)); row++) {
      const kind = trace.kindAt(row);
      const element = trace.elementAt(row);
      const isBuffer = trace.stationAt(row) === buffer;
      if (kind === RowKind.ENTERED && isBuffer) inside.add(element);
      else if ((kind === RowKind.LEFT && isBuffer) || kind === RowKind.LOST) inside.delete(element);
      depthMax = Math.max(depthMax, inside.size);
    }
    most.push(depthMax);
  }
  return most;
}

describe("tens of thousands of actors with one element each", () => {
  const values = { producerDelayMs: 1, latencyMs: 10, consumerDelayMs: 300, durationS: 30 };
  const { history } = recorded({ strategy: "bounded", values });
  const carriersAt = (timeMs: number) =>
    history.stateAt(timeMs).stations.flatMap(({ carriers }) => carriers);

  test("states share those that have not changed, and copy the others", () => {
    const before = carriersAt(29_000);
    const after = carriersAt(29_010);
    expect(before.length).toBeGreaterThan(28_000);
    const shared = new Set(before);
    const own = after.filter((carrier) => !shared.has(carrier));
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(100);
  });

  test("a state stays as it was while the run is looked at elsewhere", () => {
    const state = history.stateAt(20_000);
    const told = () =>
      structuredClone(
        state.stations.map(({ carriers, held, actors }) => ({ carriers, held, actors })),
      );
    const before = told();
    for (const timeMs of [20_001, 20_500, 100, 29_999, 20_000]) history.stateAt(timeMs);
    expect(told()).toEqual(before);
  });
});

test("a run with ever more actors ends for want of memory, which they are counted in", () => {
  const values = { producerDelayMs: 0, latencyMs: 10_000, durationS: 600 };
  const recording = new Recording(catalogue, specOf({ values }), 8 * 1024 * 1024);
  while (!recording.advance(2_000));
  expect(recording.end).toMatchObject({ reason: "limit", limit: "memory" });
  // The producer never suspends: no sender has begun, and there is one for each of its pauses.
  const launched = recording.trace.length;
  expect(launched).toBeGreaterThan(7_000);
  expect(launched).toBeLessThan(12_000);
});
