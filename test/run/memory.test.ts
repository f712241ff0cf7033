import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HeapModel, heapBytes } from "../../src/run/memory.ts";
import { stationNumber } from "../../src/systems/index.ts";
import { RowKind } from "../../src/trace/index.ts";
import { tells } from "../support/gauges.ts";
import { fingerprint, recorded } from "../support/runs.ts";

const MIB = 1024 * 1024;

describe("a heap of 100 MiB with elements of 1 MiB, 1,024 ms for each live GiB", () => {
  const filled = (live: number, more: number) => {
    const counts = { made: 0, done: 0, lost: 0, merged: 0 };
    const size = { elementBytes: MIB, limitBytes: 100 * MIB, msPerGiB: 1024 };
    const heap = new HeapModel(size, () => counts);
    const pauses: number[] = [];
    for (let i = 0; i < live + more; i++) {
      counts.made++;
      pauses.push(heap.collect());
      // From here on each element that is made is done at once: `live` stays.
      if (i >= live) counts.done++;
    }
    return { heap, pauses };
  };

  test("the first collection comes when 100 MiB have been allocated, and takes 1 ms a live MiB", () => {
    const { pauses } = filled(60, 100);
    expect(pauses.findIndex((pause) => pause > 0)).toBe(99);
    // 60 stay, and the one that is being made.
    expect(pauses[99]).toBe(61);
  });

  test("then one comes whenever (limit - live) bytes have been allocated", () => {
    const { pauses } = filled(60, 300);
    const times = pauses.flatMap((pause, index) => (pause > 0 ? [index] : []));
    expect(times.slice(0, 4)).toEqual([99, 138, 177, 216]);
  });

  test("the share of time grows as live / (limit - live)", () => {
    const cost = (live: number) => {
      const { pauses } = filled(live, 20_000);
      return pauses.reduce((sum, pause) => sum + pause, 0) / 20_000;
    };
    for (const [one, other] of [
      [10, 50],
      [50, 90],
    ] as const) {
      const model = other / (100 - other) / (one / (100 - one));
      expect(cost(other) / cost(one) / model).toBeGreaterThan(0.85);
      expect(cost(other) / cost(one) / model).toBeLessThan(1.15);
    }
  });

  test("it is full as soon as what was made, and is neither done, lost nor part of another, exceeds the limit", () => {
    const ends = ["none", "done", "lost", "merged"] as const;
    const steps = fc.array(fc.constantFrom(...ends), { minLength: 150, maxLength: 400 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 2048 }), (all, msPerGiB) => {
        const counts = { made: 0, done: 0, lost: 0, merged: 0 };
        const size = { elementBytes: MIB, limitBytes: 40 * MIB, msPerGiB };
        const heap = new HeapModel(size, () => counts);
        for (const end of all) {
          counts.made++;
          heap.collect();
          expect(heap.isFull).toBe(heapBytes(counts, MIB) > size.limitBytes);
          if (heap.isFull) break;
          if (end !== "none") counts[end]++;
        }
      }),
    );
  });

  test("it counts only when it must: near its limit, or when a collection may be due", () => {
    const counts = { made: 0, done: 0, lost: 0, merged: 0 };
    let looks = 0;
    const size = { elementBytes: MIB, limitBytes: 100 * MIB, msPerGiB: 0 };
    const heap = new HeapModel(size, () => {
      looks++;
      return counts;
    });
    for (let i = 0; i < 10_000; i++) {
      counts.made++;
      heap.collect();
      counts.done++;
    }
    expect(looks).toBe(100);
  });
});

describe("a run with collections", () => {
  const values = {
    producerDelayMs: 10,
    consumerDelayMs: 20,
    durationS: 10,
    elementKiB: 1024,
    heapMiB: 64,
    capacity: 40,
  };

  test("without a cost it is the run without the model", () => {
    const plain = recorded({ values });
    expect(fingerprint(recorded({ values: { ...values, gcMsPerGiB: 0 } }))).toBe(
      fingerprint(plain),
    );
  });

  test("stops everybody: nothing but the row itself happens during a pause of sleepers", () => {
    const run = recorded({ values: { ...values, gcMsPerGiB: 2000 } });
    const { trace } = run;
    let until = 0;
    let pauses = 0;
    for (let row = 0; row < trace.length; row++) {
      const timeMs = trace.timeAt(row);
      if (tells(run, row, "stoppedUntilMs")) {
        until = trace.elementAt(row);
        pauses++;
      } else if (trace.kindAt(row) === RowKind.DONE) {
        expect(timeMs >= until || timeMs === trace.timeAt(row - 1)).toBe(true);
      }
    }
    expect(pauses).toBeGreaterThan(5);
  });

  test("stops a coroutine that waits for a token, too", () => {
    const run = recorded({
      scenario: "rate-limiting",
      strategy: "token-bucket",
      values: {
        ...values,
        capacity: 60,
        consumerDelayMs: 200,
        ratePerSec: 20,
        burst: 1,
        gcMsPerGiB: 10_000,
      },
    });
    const { trace } = run;
    const tokens = stationNumber(run.topology, "tokens");
    let until = 0;
    let waited = 0;
    for (let row = 0; row < trace.length; row++) {
      const kind = trace.kindAt(row);
      if (tells(run, row, "stoppedUntilMs")) {
        until = trace.elementAt(row);
      } else if (kind === RowKind.RELEASED && trace.stationAt(row) === tokens) {
        expect(trace.timeAt(row)).toBeGreaterThanOrEqual(until);
        if (trace.timeAt(row) === until) waited++;
      }
    }
    expect(waited).toBeGreaterThan(0);
  });

  test("does less the fuller its heap is", () => {
    const done = (capacity: number) => {
      const run = recorded({ values: { ...values, capacity, gcMsPerGiB: 5000 } });
      return run.history.stateAt(10_000).done;
    };
    expect(done(55)).toBeLessThan(done(30));
    expect(done(30)).toBeLessThan(done(2));
  });
});

describe("the heap that ends a run is the one that the page shows", () => {
  test.each([
    ["memory-leak", "unlimited"],
    ["conflated", "conflated"],
    ["akka", "pekko-conflate"],
    ["rxjava", "rx-observe-on"],
  ] as const)("in %s under %s", (scenario, strategy) => {
    const load = { producerDelayMs: 1, consumerDelayMs: 50, count: 0, elementKiB: 64 };
    const run = recorded({ scenario, strategy, values: { ...load, durationS: 3, heapMiB: 8 } });
    const left = heapBytes(run.history.stateAt(run.lastMs), run.elementBytes);
    expect(run.end?.reason === "limit").toBe(left > run.heapLimitBytes);
    let most = 0;
    for (let row = 1; row < run.trace.length; row++) {
      most = Math.max(most, heapBytes(run.history.stateAtRow(row), run.elementBytes));
    }
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(run.heapLimitBytes);
  });

  test("what was merged into another element takes no heap of its own", () => {
    const load = { producerDelayMs: 1, consumerDelayMs: 50, elementKiB: 1024, heapMiB: 64 };
    const values = { ...load, count: 0, boundary: "fused", durationS: 10 };
    const run = recorded({ scenario: "akka", strategy: "pekko-conflate", values });
    expect(run.history.stateAt(run.lastMs).made).toBeGreaterThan(9_000);
    expect(run.end?.reason).toBe("duration");
  });

  test("under G1 an element of 1 MiB takes two regions: half as many fit", () => {
    const madeUnder = (collector: string) => {
      const load = { producerDelayMs: 1, elementKiB: 1024, heapMiB: 100, collector };
      return recorded({ strategy: "unlimited", values: load }).history.stateAt(60_000).made;
    };
    expect(madeUnder("none")).toBe(101);
    expect(madeUnder("g1")).toBe(51);
    // A thirtieth of the heap is kept apart, and every array has a header.
    expect(madeUnder("serial")).toBe(97);
    expect(madeUnder("parallel")).toBe(96);
  });
});
