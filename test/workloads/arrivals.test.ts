import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Random } from "../../src/kernel/index.ts";
import { defaultsOf } from "../../src/params/index.ts";
import { createArrivals, type WorkloadValues, workloadParams } from "../../src/workloads/index.ts";

const DEFAULTS = defaultsOf(workloadParams) as WorkloadValues;
const RHYTHMS = ["steady", "jitter", "bursts", "poisson"] as const;

function delays(values: Partial<WorkloadValues>, count: number, seed = 1): number[] {
  const arrivals = createArrivals({ ...DEFAULTS, ...values }, new Random(seed, "arrivals"));
  return Array.from({ length: count }, () => arrivals.nextDelayMs());
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

describe("every rhythm", () => {
  test.each(RHYTHMS)("%s: pauses are whole ms, none below 0", (arrivals) => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.nat(100),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        (...args) => {
          const [producerDelayMs, jitterPercent, burstSize, seed] = args;
          const values = { arrivals, producerDelayMs, jitterPercent, burstSize };
          for (const delay of delays(values, 50, seed)) {
            expect(Number.isInteger(delay)).toBe(true);
            expect(delay).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  // 40,000 pauses: the mean of exponential ones has a standard error of 0.5 percent.
  test.each(RHYTHMS)("%s: the mean pause is the producer delay", (arrivals) => {
    for (const producerDelayMs of [1, 3, 100]) {
      const average = mean(delays({ arrivals, producerDelayMs, burstSize: 10 }, 40_000));
      expect(Math.abs(average / producerDelayMs - 1)).toBeLessThan(0.02);
    }
  });

  test.each(RHYTHMS)("%s: equal seeds give equal pauses", (arrivals) => {
    const values = { arrivals, producerDelayMs: 70 };
    expect(delays(values, 200, 7)).toEqual(delays(values, 200, 7));
  });

  test.each(["jitter", "poisson"] as const)("%s: another seed gives other pauses", (arrivals) => {
    const values = { arrivals, producerDelayMs: 70 };
    expect(delays(values, 200, 7)).not.toEqual(delays(values, 200, 8));
  });

  test.each(RHYTHMS)("%s: without a delay there is no pause", (arrivals) => {
    expect(new Set(delays({ arrivals, producerDelayMs: 0 }, 100))).toEqual(new Set([0]));
  });

  test.each(RHYTHMS)("%s: a new delay takes effect from the next pause on", (arrivals) => {
    const values = { ...DEFAULTS, arrivals, producerDelayMs: 1000, burstSize: 5 };
    const pauses = createArrivals(values, new Random(1, "arrivals"));
    for (let i = 0; i < 10; i++) pauses.nextDelayMs();
    values.producerDelayMs = 10;
    const after = Array.from({ length: 20_000 }, () => pauses.nextDelayMs());
    expect(Math.abs(mean(after) / 10 - 1)).toBeLessThan(0.03);
  });
});

test("steady: every pause is the same", () => {
  expect(delays({ producerDelayMs: 30 }, 5)).toEqual([30, 30, 30, 30, 30]);
});

test("bursts: a burst without pauses, then one pause as long as all its pauses together", () => {
  expect(delays({ arrivals: "bursts", producerDelayMs: 20, burstSize: 4 }, 9)).toEqual([
    0, 0, 0, 80, 0, 0, 0, 80, 0,
  ]);
  expect(delays({ arrivals: "bursts", producerDelayMs: 20, burstSize: 1 }, 3)).toEqual([
    20, 20, 20,
  ]);
});

test("jitter: pauses are within the percentage, on both sides of the average", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(100), fc.nat(), (mid, percent, seed) => {
      const values = { arrivals: "jitter" as const, producerDelayMs: mid, jitterPercent: percent };
      // The fraction cut off the pause before, less than 1 ms, may be added.
      for (const delay of delays(values, 100, seed)) {
        expect(delay).toBeGreaterThan(mid * (1 - percent / 100) - 1);
        expect(delay).toBeLessThan(mid * (1 + percent / 100) + 1);
      }
    }),
  );
  const wide = delays({ arrivals: "jitter", producerDelayMs: 100, jitterPercent: 100 }, 2000);
  expect(Math.min(...wide)).toBeLessThan(5);
  expect(Math.max(...wide)).toBeGreaterThan(195);
});

test("jitter of 0 percent is steady", () => {
  const values = { arrivals: "jitter" as const, producerDelayMs: 30, jitterPercent: 0 };
  expect(delays(values, 5)).toEqual([30, 30, 30, 30, 30]);
});

test("poisson: pauses are distributed exponentially", () => {
  const pauses = delays({ arrivals: "poisson", producerDelayMs: 10_000 }, 20_000);
  const average = mean(pauses);
  const deviation = Math.sqrt(mean(pauses.map((pause) => (pause - average) ** 2)));
  expect(Math.abs(deviation / average - 1)).toBeLessThan(0.03);
  // P(pause > mean) = 1/e.
  const longer = pauses.filter((pause) => pause > 10_000).length / pauses.length;
  expect(Math.abs(longer - Math.exp(-1))).toBeLessThan(0.015);
});

test("the fraction cut off a pause is added to the next, so the sum is never a whole ms behind", () => {
  const random = new Random(5, "arrivals");
  let exact = 0;
  let whole = 0;
  for (const delay of delays({ arrivals: "poisson", producerDelayMs: 3 }, 5000, 5)) {
    exact += random.nextExponential(3);
    whole += delay;
    expect(exact - whole).toBeGreaterThan(-1e-6);
    expect(exact - whole).toBeLessThan(1);
  }
});
