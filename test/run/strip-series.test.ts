/** What the strips draw of a run equals a plain walk over its trace. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arrivalsOf,
  birthsOf,
  collectionsOf,
  figuresAt,
  gateStatesOf,
  heapAt,
  heapBytes,
  heapOverTime,
  lossesAt,
  lossesOverTime,
  monitorOf,
  Recording,
  type RunSpec,
  readShares,
  type Shares,
  sharesAt,
  sharesBetween,
  sharesOverTime,
  waitsOverTime,
} from "../../src/run/index.ts";
import { GAUGES } from "../../src/systems/index.ts";
import { RowKind } from "../../src/trace/index.ts";
import { catalogue } from "../support/everything.ts";
import { naiveMs, naivePercentiles, naiveRun, naiveStep } from "../support/naive-monitor.ts";
import { anyRun } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { recorded } from "../support/runs.ts";

const STEPS = 1200;
const RANGE = { points: 60 } as const;

const whole = ({ lastMs, durationMs }: Recording) => ({
  ...RANGE,
  toMs: durationMs,
  untilMs: lastMs,
});

describe("waits over time", () => {
  test("are the figures of their moments, and the percentiles of a plain list", () => {
    fc.assert(
      fc.property(anyRun, (spec) => {
        const recording = recorded(spec);
        const { windowSteps } = monitorOf(recording);
        const { waits } = naiveRun(recording);
        const { durationMs, history } = recording;
        for (const { timeMs, ...point } of waitsOverTime(recording, whole(recording))) {
          expect(point).toEqual(figuresAt(recording, timeMs).recent.waits);
          const last = Math.round(timeMs / history.bucketMs) - 1;
          if (!Number.isInteger(timeMs) || timeMs >= recording.lastMs) continue;
          const own = waits.filter((wait) => {
            const step = naiveStep(wait.timeMs, durationMs);
            return step > last - windowSteps && step <= last;
          });
          if (own.length > 0) expect(point).toEqual(naivePercentiles(own.map((w) => w.waitMs)));
        }
      }),
      { numRuns: rounds(40) },
    );
  });
});

describe("loss rates over time", () => {
  /** Compares every point; returns of how many the last window has lost something. */
  function check(recording: Recording): number {
    const { windowSteps } = monitorOf(recording);
    const { history, durationMs } = recording;
    // A step begins with its first instant, and ends before that of the next one.
    const countsAfter = (steps: number) =>
      steps <= 0 ? { made: 0, lost: 0 } : history.stateAt((steps * durationMs) / STEPS - 1e-6);
    let lossy = 0;
    for (const point of lossesOverTime(recording, whole(recording))) {
      const { timeMs, recentLossPercent, lossSoFarPercent } = point;
      const { recent, soFar } = figuresAt(recording, timeMs);
      expect(recentLossPercent).toBe(recent.lossPercent);
      expect(lossSoFarPercent).toBe(soFar.lossPercent);
      if (!Number.isInteger(timeMs) || timeMs >= recording.lastMs) continue;
      const over = naiveStep(timeMs, durationMs);
      const from = countsAfter(over - windowSteps);
      const { made, lost } = countsAfter(over);
      const gone = lost - from.lost;
      const share = gone === 0 ? 0 : Math.min(100, (100 * gone) / (made - from.made));
      expect(recentLossPercent).toBe(share);
      lossy += gone > 0 ? 1 : 0;
    }
    return lossy;
  }

  test("are the figures of their moments, and those of a plain count of what was made and lost", () => {
    fc.assert(
      fc.property(anyRun, (spec) => {
        check(recorded(spec));
      }),
      { numRuns: rounds(40) },
    );
    const values = { producerDelayMs: 10, consumerDelayMs: 50, durationS: 10 };
    expect(check(recorded({ strategy: "try-send", values }))).toBeGreaterThan(5);
  });

  test("after a load has fallen, the last window forgets it and the average does not", () => {
    const recording = recorded({
      strategy: "try-send",
      values: { producerDelayMs: 10, consumerDelayMs: 50, durationS: 10 },
      interventions: [{ atMs: 5_000, key: "producerDelayMs", value: 100 }],
    });
    expect(lossesAt(recording, 5_000).recentLossPercent).toBe(80);
    const { recentLossPercent, lossSoFarPercent } = lossesAt(recording, 10_000);
    expect(recentLossPercent).toBe(0);
    expect(lossSoFarPercent).toBeGreaterThan(70);
  });
});

describe("shares of time", () => {
  /** Somebody of a station: from when to when, and as what. */
  type Spell = readonly [number, number];

  /** How everybody stood between each two rows, from the states of the run. */
  function spellsOf(recording: Recording) {
    const spells = { made: [] as Spell[], held: [] as Spell[], heldWorkers: [] as Spell[] };
    const present: Spell[] = [];
    const { trace, history } = recording;
    for (let rows = 1; rows <= trace.length; rows++) {
      const fromMs = trace.timeAt(rows - 1);
      const toMs = rows < trace.length ? trace.timeAt(rows) : Number.POSITIVE_INFINITY;
      if (fromMs === toMs) continue;
      const { stations, connections } = history.stateAtRow(rows);
      const [offers] = connections;
      for (const { station, actors } of stations) {
        for (const { activity, untilMs, sinceMs } of actors) {
          if (station.kind === "workers") {
            if (activity === "held") spells.heldWorkers.push([fromMs, toMs]);
          } else if (!["ended", "failed", "cancelled"].includes(activity)) {
            present.push([fromMs, toMs]);
            const asked = offers?.connection.pressure === "request" && offers.outstanding <= 0;
            const waits = ["full", "pending"].includes(offers?.signal ?? "") && untilMs === sinceMs;
            if (activity === "held" || asked || (waits && activity === "busy")) {
              spells.held.push([fromMs, toMs]);
            } else if (activity === "busy") spells.made.push([fromMs, toMs]);
          }
        }
      }
    }
    return { ...spells, present };
  }

  function check(recording: Recording) {
    const { durationMs, lastMs } = recording;
    const monitor = monitorOf(recording);
    const { made, held, heldWorkers, present } = spellsOf(recording);
    const { worked, present: workers } = naiveRun(recording);
    const endMs = (step: number) => Math.min(lastMs, ((step + 1) * durationMs) / STEPS);
    const last = Math.min(STEPS, naiveStep(lastMs, durationMs) + 1) - 1;
    for (let until = 0; until <= last; until += 37) {
      const after = Math.max(-1, until - monitor.windowSteps);
      const ms = (spells: readonly Spell[]) => naiveMs(spells, endMs(after), endMs(until));
      const compare = (shares: Shares, busy: number, stood: number, there: number) => {
        if (there < 1e-6) {
          expect(shares.busy).toBeNaN();
          return;
        }
        expect(shares.busy + shares.held + shares.idle).toBeCloseTo(1, 9);
        expect(shares.busy).toBeCloseTo(busy / there, 6);
        expect(shares.held).toBeCloseTo(stood / there, 6);
        expect(Math.min(shares.busy, shares.held, shares.idle)).toBeGreaterThanOrEqual(0);
      };
      compare(sharesBetween(recording, after, until).source, ms(made), ms(held), ms(present));
      compare(
        sharesBetween(recording, after, until).workers,
        ms(worked),
        ms(heldWorkers),
        ms(workers),
      );
    }
  }

  test("of any run are those of a plain walk, and sum to 1", () => {
    fc.assert(
      fc.property(anyRun, (spec) => {
        check(recorded(spec));
      }),
      { numRuns: rounds(40) },
    );
  });

  test.each([
    ["replenishing", "pekko-buffer"],
    ["reactor", "reactor-publish-on"],
    ["node-streams", "node-write"],
    ["rxjava", "rx-observe-on"],
    ["rate-limiting", "token-bucket"],
    ["sensor-data", "slot-per-sensor"],
    ["pool-size", "bounded"],
  ] as const)("of %s with %s too", (scenario, strategy) => {
    check(recorded({ scenario, strategy, values: { durationS: 3 } }));
  });

  test("of the first scenario are what anybody can work out", () => {
    // Made every 100 ms, worked on for 300 ms: a send is held for 200 ms of every 300 once the buffer is full.
    const { source, workers } = sharesAt(recorded(), 60_000);
    expect(source.busy).toBeCloseTo(1 / 3, 1);
    expect(source.held).toBeCloseTo(2 / 3, 1);
    expect(workers).toEqual({ busy: 1, held: 0, idle: 0 });
    expect(sharesAt(recorded(), 1_000).source.held).toBe(0);
  });

  test("are the same however many rows were read at once, also while it is recorded", () => {
    const whole = recorded({ strategy: "drop-oldest" });
    const growing = new Recording(catalogue, whole.spec);
    for (const untilMs of [7_000, 20_000, 60_000]) {
      growing.advanceTo(untilMs);
      let slices = 1;
      while (!readShares(growing, 50)) slices++;
      expect(slices).toBeGreaterThan(1);
      expect(sharesAt(growing, untilMs)).toEqual(sharesAt(whole, untilMs));
    }
  });

  test("the workers' is the utilisation of the figures", () => {
    const recording = recorded({ values: { workers: 5 } });
    for (const { timeMs, workers } of sharesOverTime(recording, whole(recording))) {
      expect(100 * workers.busy).toBeCloseTo(figuresAt(recording, timeMs).recent.utilisation, 9);
    }
  });
});

describe("the heap over time", () => {
  test("is that of the state, and of a stretch the most at the end of any of its instants", () => {
    fc.assert(
      fc.property(anyRun, (spec) => {
        const recording = recorded(spec);
        const { trace, history, elementBytes } = recording;
        const rows = Array.from({ length: trace.length }, (_, row) => row);
        const instants = rows
          .filter((row) => row + 1 === trace.length || trace.timeAt(row) < trace.timeAt(row + 1))
          .map((row) => ({
            timeMs: trace.timeAt(row),
            bytes: heapBytes(history.cursorAtRow(row + 1), elementBytes),
          }));
        let beforeMs = 0;
        for (const { timeMs, heapBytes: most } of heapOverTime(recording, whole(recording))) {
          const now = heapBytes(history.stateAt(timeMs), elementBytes);
          expect(heapAt(recording, timeMs).heapBytes).toBe(now);
          const before = beforeMs === 0 ? 0 : heapAt(recording, beforeMs).heapBytes;
          const own = instants.filter((each) => each.timeMs >= beforeMs && each.timeMs < timeMs);
          expect(most).toBe(Math.max(now, before, ...own.map(({ bytes }) => bytes)));
          beforeMs = timeMs;
        }
      }),
      { numRuns: rounds(30) },
    );
  });

  test("collections last as long as the trace says, one after the other", () => {
    const values = { elementKiB: 1024, heapMiB: 400, gcMsPerGiB: 4_000, durationS: 20 };
    const recording = recorded({
      strategy: "drop-oldest",
      values: { ...values, producerDelayMs: 5 },
    });
    const collections = collectionsOf(recording, recording.lastMs);
    expect(collections.length).toBeGreaterThan(3);
    const { trace } = recording;
    const told: number[] = [];
    for (let row = 0; row < trace.length; row++) {
      const isStop =
        trace.kindAt(row) === RowKind.GAUGE &&
        trace.stationAt(row) === 2 &&
        GAUGES.workers[trace.detailAt(row)] === "stoppedUntilMs";
      if (isStop) told.push(trace.elementAt(row));
    }
    expect(collections.map(({ toMs }) => toMs)).toEqual(
      told.map((toMs) => Math.min(toMs, recording.lastMs)),
    );
    for (const [i, { fromMs, toMs }] of collections.entries()) {
      expect(toMs).toBeGreaterThan(fromMs);
      expect(fromMs).toBeGreaterThanOrEqual(collections[i - 1]?.toMs ?? 0);
    }
    const [first] = collections;
    if (first === undefined) throw new Error("no collection");
    const halfway = (first.fromMs + first.toMs) / 2;
    expect(collectionsOf(recording, halfway)).toEqual([{ fromMs: first.fromMs, toMs: halfway }]);
  });
});

describe("the states of a gate", () => {
  const cases: readonly (readonly [RunSpec["scenario"], RunSpec["strategy"], object])[] = [
    ["circuit-breaker", "circuit-breaker-written", { timeoutMs: 300, failTo: 16, durationS: 9 }],
    ["circuit-breaker", "sliding-breaker", { waitOpenMs: 400, count: 60, durationS: 12 }],
    ["circuit-breaker", "sliding-breaker", { outage: "slow", callMs: 400, count: 40 }],
    ["degradation", "shed-optional", {}],
    ["degradation", "shed-optional", { hysteresisPercent: 0 }],
  ];
  test.each(cases)("of %s with %s %o are what its gauge says, at every row", (...given) => {
    const [scenario, strategy, values] = given;
    const recording = recorded({ scenario, strategy, values: { ...values } });
    const { trace, history, lastMs } = recording;
    const steps = gateStatesOf(recording, lastMs)?.steps ?? [];
    expect(steps.length).toBeGreaterThan(1);
    for (const [i, step] of steps.entries()) expect(step.value).not.toBe(steps[i - 1]?.value);
    for (let row = 0; row < trace.length; row++) {
      const timeMs = trace.timeAt(row);
      const told = history.stateAt(timeMs).stations[1]?.gauges[0];
      const drawn = steps.findLast((step) => step.timeMs <= timeMs)?.value;
      expect(drawn).toBe(told);
    }
    const halfway = gateStatesOf(recording, lastMs / 2)?.steps ?? [];
    expect(halfway).toEqual(steps.filter(({ timeMs }) => timeMs <= lastMs / 2));
  });

  test("there are none where no gate has any", () => {
    expect(gateStatesOf(recorded(), 1_000)).toBeNull();
  });
});

describe("arrivals", () => {
  test("at any time there are as many as the state has counted, and of each kind too", () => {
    const recording = recorded({ scenario: "sensor-data", strategy: "sensor-data-written" });
    const { history, kinds, lastMs } = recording;
    const names = kinds?.names ?? [];
    expect(names).toHaveLength(3);
    for (let timeMs = 0; timeMs <= lastMs; timeMs += 170) {
      const state = history.stateAt(timeMs);
      expect(arrivalsOf(recording, null).countUntil(timeMs)).toBe(state.received);
      expect(birthsOf(recording, null).countUntil(timeMs)).toBe(state.made);
      for (const [kind, count] of state.byKind.entries()) {
        expect(arrivalsOf(recording, kind).countUntil(timeMs)).toBe(count.received);
        expect(birthsOf(recording, kind).countUntil(timeMs)).toBe(count.made);
      }
    }
  });

  test("of the conflated hundred are 1, 50 and 100, each at its time", () => {
    const recording = recorded({ scenario: "conflated", strategy: "conflated-written" });
    const log = arrivalsOf(recording, null);
    const told = Array.from({ length: log.length }, (_, place) => [
      recording.trace.elementAt(log.at(place)),
      log.timeAt(place),
    ]);
    expect(told).toEqual([
      [1, 0],
      [50, 500],
      [100, 1_000],
    ]);
    expect(log.firstFrom(1)).toBe(1);
    expect(log.firstFrom(500)).toBe(1);
    expect(log.firstFrom(1_001)).toBe(3);
  });

  test("go on with the recording", () => {
    const { spec } = recorded({ scenario: "conflated", strategy: "conflated-written" });
    const recording = new Recording(catalogue, spec);
    recording.advanceTo(400);
    expect(arrivalsOf(recording, null).length).toBe(1);
    recording.advanceTo(700);
    expect(arrivalsOf(recording, null).length).toBe(2);
  });
});
