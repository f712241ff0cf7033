import fc from "fast-check";
import { expect, test } from "vitest";
import { busiestWindow } from "../../src/workloads/index.ts";

test("no events, one event, and a window that includes its start and excludes its end", () => {
  expect(busiestWindow([], 100)).toBe(0);
  expect(busiestWindow([5], 100)).toBe(1);
  expect(busiestWindow([0, 100], 100)).toBe(1);
  expect(busiestWindow([0, 99], 100)).toBe(2);
});

test("returns the most of all windows that begin with an event", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300)), fc.integer({ min: 1, max: 200 }), (times, windowMs) => {
      const sorted = times.toSorted((a, b) => a - b);
      const counts = sorted.map(
        (from) => sorted.filter((time) => time >= from && time < from + windowMs).length,
      );
      expect(busiestWindow(sorted, windowMs)).toBe(Math.max(0, ...counts));
    }),
  );
});
