import { describe, expect, test } from "vitest";
import { Random } from "../../src/kernel/index.ts";

function draws(seed: number, stream: string, count: number): number[] {
  const random = new Random(seed, stream);
  return Array.from({ length: count }, () => random.nextDouble());
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Pearson's correlation; for independent samples its standard error is 1 / sqrt(n). */
function correlation(a: readonly number[], b: readonly number[]): number {
  const meanA = meanOf(a);
  const meanB = meanOf(b);
  let cross = 0;
  let squareA = 0;
  let squareB = 0;
  for (const [i, x] of a.entries()) {
    const y = b[i] as number;
    cross += (x - meanA) * (y - meanB);
    squareA += (x - meanA) ** 2;
    squareB += (y - meanB) ** 2;
  }
  return cross / Math.sqrt(squareA * squareB);
}

describe("a stream", () => {
  test("is a function of its seed and name", () => {
    expect(draws(42, "arrivals", 20)).toEqual(draws(42, "arrivals", 20));
  });

  test.each([
    ["neighbouring seeds", 1, "arrivals", 2, "arrivals"],
    ["seeds that differ above 32 bits", 7, "arrivals", 7 + 2 ** 32, "arrivals"],
    ["names of one seed", 42, "arrivals", 42, "service"],
    ["similar names", 42, "worker 1", 42, "worker 2"],
    ["seed 0 and 1", 0, "", 1, ""],
  ])("differs from, and shows nothing of, another: %s", (_text, seedA, nameA, seedB, nameB) => {
    const a = draws(seedA, nameA, 10_000);
    const b = draws(seedB, nameB, 10_000);
    expect(a.slice(0, 5)).not.toEqual(b.slice(0, 5));
    expect(Math.abs(correlation(a, b))).toBeLessThan(4 / Math.sqrt(10_000));
  });

  test("is not affected by draws from another", () => {
    const arrivals = new Random(42, "arrivals");
    const service = new Random(42, "service");
    const mixed = Array.from({ length: 20 }, () => {
      service.nextDouble();
      return arrivals.nextDouble();
    });
    expect(mixed).toEqual(draws(42, "arrivals", 20));
  });

  test("is uniform even in its first draws over many seeds", () => {
    const first = Array.from(
      { length: 10_000 },
      (_, seed) => draws(seed, "arrivals", 1)[0] as number,
    );
    expect(Math.abs(meanOf(first) - 0.5)).toBeLessThan((4 * Math.sqrt(1 / 12)) / 100);
    expect(Math.abs(correlation(first.slice(1), first.slice(0, -1)))).toBeLessThan(4 / 100);
  });
});

describe("nextDouble", () => {
  const values = draws(2026, "uniform", 100_000);

  test("is in [0, 1)", () => {
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  });

  test("falls equally often into 100 equal bins (chi-square)", () => {
    const boxes = new Array<number>(100).fill(0);
    for (const value of values) {
      const box = Math.floor(value * 100);
      boxes[box] = (boxes[box] as number) + 1;
    }
    const chiSquare = boxes.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 99 degrees of freedom: mean 99, standard deviation sqrt(198) = 14.07; 4 of them either way.
    expect(chiSquare).toBeGreaterThan(99 - 4 * 14.07);
    expect(chiSquare).toBeLessThan(99 + 4 * 14.07);
  });

  test("uses more than 32 bits", () => {
    expect(values.some((value) => (value * 2 ** 32) % 1 !== 0)).toBe(true);
  });
});

test("nextInt hits every number below its bound, about equally often", () => {
  const random = new Random(1, "die");
  const counts = new Array<number>(6).fill(0);
  for (let i = 0; i < 60_000; i++) {
    const face = random.nextInt(6);
    counts[face] = (counts[face] as number) + 1;
  }
  expect(counts).toHaveLength(6);
  // Binomial: standard deviation sqrt(60000 x 1/6 x 5/6) = 91.3.
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(4 * 91.3);
});

test("nextExponential has its mean, its variance and its tail", () => {
  const random = new Random(9, "service");
  const count = 100_000;
  const values = Array.from({ length: count }, () => random.nextExponential(20));
  const mean = meanOf(values);
  expect(values.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
  // Standard error of the mean: 20 / sqrt(n); of the variance: 400 x sqrt(8 / n).
  expect(Math.abs(mean - 20)).toBeLessThan((4 * 20) / Math.sqrt(count));
  const variance = meanOf(values.map((value) => (value - mean) ** 2));
  expect(Math.abs(variance - 400)).toBeLessThan(4 * 400 * Math.sqrt(8 / count));
  const tail = values.filter((value) => value > 60).length / count;
  const expected = Math.exp(-3);
  const error = Math.sqrt((expected * (1 - expected)) / count);
  expect(Math.abs(tail - expected)).toBeLessThan(4 * error);
});

test("the first numbers of a stream never change: links to runs depend on them", () => {
  expect(draws(42, "arrivals", 3)).toMatchInlineSnapshot(`
    [
      0.02889306487254084,
      0.5182574542954548,
      0.5904929995474104,
    ]
  `);
});
