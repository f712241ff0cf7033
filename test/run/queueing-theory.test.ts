/**
 * The playground against queueing theory: what formulas say of a queue must be what its runs show.
 * A buffer of B in front of c workers has K = B + c places, because a worker takes its element out.
 *
 * Times are thousands of ms, so that rounding to whole ms is far below the error of chance. An estimate
 * agrees if the formula lies within 3.5 of its standard errors (a chance of 1 in 2,000 to fail, once and
 * for all, because seeds are fixed), and it says something only if that error is small.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lifelineOf } from "../../src/run/index.ts";
import { RowKind } from "../../src/trace/index.ts";
import { flat } from "../support/flat-state.ts";
import { type Estimate, measureQueue, type QueueStatistics } from "../support/queue-statistics.ts";
import { anyRun } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { recorded } from "../support/runs.ts";

const SERVICE_MS = 10_000;

/** Some seconds of work on a busy machine. */
const LONG = { timeout: 60_000 };

function expectEstimate({ mean, standardError }: Estimate, oracle: number, maxError: number): void {
  expect(standardError / oracle).toBeLessThan(maxError);
  expect(Math.abs(mean - oracle) / standardError).toBeLessThan(3.5);
}

/** Little's law for a whole run that begins and ends empty: exact, whatever the load. */
function expectLittle(queue: QueueStatistics): void {
  expect(queue.meanInside / (queue.acceptedPerMs * queue.sojournMs.mean)).toBeCloseTo(1, 3);
  expect(queue.meanWaiting / (queue.acceptedPerMs * queue.waitMs.mean)).toBeCloseTo(1, 3);
}

describe("M/M/1/K: Poisson arrivals, exponential service, trySend", LONG, () => {
  test.each([
    { lambda: 8, mu: 10, places: 5, loss: 0.088819, inside: 1.868332, sojournSec: 0.256307 },
    { lambda: 10, mu: 10, places: 10, loss: 0.090909, inside: 5, sojournSec: 0.55 },
    { lambda: 20, mu: 10, places: 5, loss: 0.507937, inside: 4.095238, sojournSec: 0.416129 },
    { lambda: 100, mu: 20, places: 11, loss: 0.8, inside: 10.75, sojournSec: 0.5375 },
  ])("λ $lambda, μ $mu, K $places: $loss lost", ({ lambda, mu, places, ...oracle }) => {
    const queue = measureQueue("try-send", {
      arrivalMs: (SERVICE_MS * mu) / lambda,
      serviceMs: SERVICE_MS,
      arrivals: "poisson",
      service: "exponential",
      capacity: places - 1,
      elements: 120_000,
    });
    expectEstimate(queue.loss, oracle.loss, 0.025);
    // One second of the formula is `mu` mean services.
    expectEstimate(queue.sojournMs, oracle.sojournSec * mu * SERVICE_MS, 0.025);
    expect(Math.abs(queue.meanInside / oracle.inside - 1)).toBeLessThan(0.03);
    expectLittle(queue);
  });
});

describe("M/M/c/K: several workers on one channel", LONG, () => {
  test.each([
    { a: 2.5, workers: 3, places: 10, loss: 0.03904, waitServices: 0.69057, inside: 4.061425 },
    { a: 1.5, workers: 2, places: 5, loss: 0.085114, waitServices: 0.461716, inside: 2.005954 },
  ])("$workers workers, λ/μ $a, K $places: $loss lost", ({ a, workers, places, ...oracle }) => {
    const queue = measureQueue("try-send", {
      arrivalMs: SERVICE_MS / a,
      serviceMs: SERVICE_MS,
      arrivals: "poisson",
      service: "exponential",
      workers,
      capacity: places - workers,
      elements: 120_000,
    });
    expectEstimate(queue.loss, oracle.loss, 0.03);
    expectEstimate(queue.waitMs, oracle.waitServices * SERVICE_MS, 0.04);
    expect(Math.abs(queue.meanInside / oracle.inside - 1)).toBeLessThan(0.03);
    expectLittle(queue);
  });
});

describe("no bound and no loss, at 4 of 5 of the consumer's capacity", LONG, () => {
  test.each([
    { name: "M/M/1", arrivals: "poisson", service: "exponential", waitServices: 4 },
    { name: "M/D/1", arrivals: "poisson", service: "constant", waitServices: 2 },
    { name: "D/M/1", arrivals: "steady", service: "exponential", waitServices: 1.69273 },
  ] as const)("$name: an element waits $waitServices mean services", (load) => {
    const { arrivals, service, waitServices } = load;
    const queue = measureQueue("unlimited", {
      arrivalMs: SERVICE_MS / 0.8,
      serviceMs: SERVICE_MS,
      arrivals,
      service,
      elements: 200_000,
    });
    expectEstimate(queue.waitMs, waitServices * SERVICE_MS, 0.04);
    expect(queue.loss.mean).toBe(0);
    expectLittle(queue);
  });
});

describe("D/D/1: everything steady", () => {
  const PRODUCER_MS = 10;
  const CONSUMER_MS = 40;
  const load = { producerDelayMs: PRODUCER_MS, consumerDelayMs: CONSUMER_MS, durationS: 20 };
  /** Elements per ms by which the backlog grows: (λ - μ). */
  const GROWTH = 1 / PRODUCER_MS - 1 / CONSUMER_MS;

  test("no bound: the backlog is (λ - μ) t", () => {
    const { history } = recorded({ strategy: "unlimited", values: load });
    for (let timeMs = 0; timeMs <= 20_000; timeMs += 333) {
      expect(Math.abs(flat(history.stateAt(timeMs)).buffer.length - GROWTH * timeMs)).toBeLessThan(
        1.01,
      );
    }
  });

  test("refusal: full after B / (λ - μ), from then on 1 - μ/λ is lost", () => {
    const capacity = 30;
    const { history } = recorded({ strategy: "try-send", values: { ...load, capacity } });
    const fullMs = capacity / GROWTH;
    expect(Math.abs((history.marks.firstLossMs ?? 0) - fullMs)).toBeLessThanOrEqual(CONSUMER_MS);
    const { made, lost, stations } = history.stateAt(20_000);
    const entered = stations.find(({ station }) => station.kind === "buffer")?.entered ?? 0;
    const before = history.stateAt(fullMs).made;
    expect(lost / (made - before)).toBeCloseTo(1 - PRODUCER_MS / CONSUMER_MS, 2);
    expect(Math.abs(entered - (20_000 / CONSUMER_MS + capacity))).toBeLessThanOrEqual(1);
  });

  test("no worker too few: no queue", () => {
    const values = { ...load, workers: 4, capacity: 30 };
    const { history } = recorded({ strategy: "try-send", values });
    expect(history.lost.total).toBe(0);
    for (let bucket = 0; bucket < 1200; bucket++) {
      expect(history.depthMaxAt(bucket)).toBeLessThanOrEqual(1);
    }
  });

  test.each([1, 2, 3])("a blocking producer: its rate is that of %d workers", (workers) => {
    const values = { ...load, workers, capacity: 10 };
    for (const strategy of ["bounded", "rendezvous"] as const) {
      const { history } = recorded({ strategy, values });
      const [from, to] = [5_000, 20_000].map((timeMs) => {
        const { made, done } = history.stateAt(timeMs);
        return { made, done };
      });
      const expected = (15_000 * workers) / CONSUMER_MS;
      expect((to?.made ?? 0) - (from?.made ?? 0)).toBe(expected);
      expect((to?.done ?? 0) - (from?.done ?? 0)).toBe(expected);
    }
  });
});

test("Little's law, exactly, for any run that comes to its end: the area under the depth is the waiting", () => {
  fc.assert(
    fc.property(anyRun, (spec) => {
      const { trace, history, end, topology } = recorded({
        ...spec,
        values: { ...spec.values, durationS: 60 },
      });
      expect(end?.reason).toBe("completed");
      const isBuffer = ({ station }: { readonly station: number }) =>
        topology.stations[station]?.kind === "buffer";
      let area = 0;
      for (let row = 1; row < trace.length; row++) {
        const pauseMs = trace.timeAt(row) - trace.timeAt(row - 1);
        if (pauseMs > 0) area += pauseMs * flat(history.stateAtRow(row)).buffer.length;
      }
      let waited = 0;
      const { made } = history.stateAtRow(trace.length);
      for (let element = 0; element < made; element++) {
        const life = lifelineOf(trace, element, trace.length);
        const entered = life.find((event) => event.kind === RowKind.ENTERED && isBuffer(event));
        const left = life.find(
          (event) =>
            (event.kind === RowKind.LEFT && isBuffer(event)) || event.kind === RowKind.LOST,
        );
        if (entered !== undefined) waited += (left?.timeMs ?? Number.NaN) - entered.timeMs;
      }
      expect(area).toBe(waited);
    }),
    { numRuns: rounds(50) },
  );
});
