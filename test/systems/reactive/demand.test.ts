import { describe, expect, test } from "vitest";
import {
  addDemand,
  powerOfTwoFrom,
  threeQuartersOf,
  UNBOUNDED,
} from "../../../src/systems/reactive/index.ts";

describe("addDemand", () => {
  test("adds what is requested", () => {
    expect(addDemand(0, 1)).toBe(1);
    expect(addDemand(3, 1_000_000)).toBe(1_000_003);
  });

  test("is capped at the greatest long of the libraries, and stays there", () => {
    expect(addDemand(0, 2 ** 63)).toBe(UNBOUNDED);
    expect(addDemand(2 ** 62, 2 ** 62)).toBe(UNBOUNDED);
    expect(addDemand(UNBOUNDED, 1)).toBe(UNBOUNDED);
    expect(addDemand(5, UNBOUNDED)).toBe(UNBOUNDED);
    expect(addDemand(2 ** 62, 1)).toBeLessThan(UNBOUNDED);
  });

  test("unbounded demand is never counted down", () => {
    expect(UNBOUNDED - 1).toBe(UNBOUNDED);
  });

  test.each([0, -1, Number.NaN])("refuses %d", (n) => {
    expect(() => addDemand(1, n)).toThrow(RangeError);
  });
});

test.each([
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 3],
  [5, 4],
  [8, 6],
  [10, 8],
  [16, 12],
  [32, 24],
  [128, 96],
  [256, 192],
])("three quarters of a prefetch of %i are %i", (prefetch, expected) => {
  expect(threeQuartersOf(prefetch)).toBe(expected);
});

test.each([
  [1, 1],
  [2, 2],
  [3, 4],
  [8, 8],
  [9, 16],
  [129, 256],
])("the least power of two that is not below %i is %i", (size, expected) => {
  expect(powerOfTwoFrom(size)).toBe(expected);
});
