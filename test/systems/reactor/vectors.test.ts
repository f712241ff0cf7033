/** How Reactor handles an interval of 10 ms and a subscriber that takes 50 ms per element (semantics §3.5). */
import { expect, test } from "vitest";
import type { Operator } from "../../../src/systems/reactive/index.ts";
import {
  interval,
  onBackpressureBuffer,
  onBackpressureBufferStrategy,
  onBackpressureBufferTtl,
  onBackpressureDrop,
  onBackpressureError,
  onBackpressureLatest,
  VirtualTimeScheduler,
} from "../../../src/systems/reactor/index.ts";
import { deliveries } from "../../support/stream-play.ts";

const cases: readonly (readonly [string, readonly Operator<number>[], string])[] = [
  ["no operator", [], "0@10 OverflowException@20"],
  ["drop", [onBackpressureDrop(null, null, null)], "0@10 5@60 10@110 15@160 complete@200"],
  ["latest", [onBackpressureLatest(null, null)], "0@10 4@60 9@110 14@160 19@210 complete@210"],
  ["error", [onBackpressureError(null, null)], "0@10 OverflowException@20"],
  [
    "buffer of 4",
    [onBackpressureBuffer({ maxSize: 4 }, null, null)],
    "0@10 1@60 2@110 3@160 4@210 5@260 OverflowException@260",
  ],
  [
    "buffer of 3, DROP_OLDEST",
    [onBackpressureBufferStrategy({ maxSize: 3, strategy: "DROP_OLDEST" }, null, null)],
    "0@10 2@60 7@110 12@160 17@210 18@260 19@310 complete@310",
  ],
  [
    "buffer of 3, DROP_LATEST",
    [onBackpressureBufferStrategy({ maxSize: 3, strategy: "DROP_LATEST" }, null, null)],
    "0@10 1@60 2@110 3@160 5@210 10@260 15@310 complete@310",
  ],
  [
    "buffer of 3, ERROR",
    [onBackpressureBufferStrategy({ maxSize: 3, strategy: "ERROR" }, null, null)],
    "0@10 1@60 2@110 3@160 OverflowException@160",
  ],
];

test.each(cases)("%s", (_name, operators, expected) => {
  const clock = new VirtualTimeScheduler();
  expect(deliveries(clock, interval(clock, 10, 20, null), operators).join(" ")).toBe(expected);
});

test("a buffer with a time to live evicts elements that have waited that long, and the oldest when it is full", () => {
  const clock = new VirtualTimeScheduler();
  const evicted: string[] = [];
  const settings = {
    ttlMs: 35,
    maxSize: 4,
    onBufferEviction: (element: number) => evicted.push(`${element}@${clock.now}`),
  };
  const buffer = onBackpressureBufferTtl<number>(clock, settings, null, null);
  const got = deliveries(clock, interval(clock, 10, 20, null), [buffer]);
  expect(got.join(" ")).toBe("0@10 2@60 7@110 12@160 17@210 complete@235");
  expect(evicted.join(" ")).toBe(
    "1@55 3@75 4@85 5@95 6@105 8@125 9@135 10@145 11@155 13@175 14@185 15@195 16@205 18@225 19@235",
  );
});

test("a buffer with a time to live leaves no timer behind when the stream ends", () => {
  const clock = new VirtualTimeScheduler();
  const buffer = onBackpressureBufferTtl<number>(clock, { ttlMs: 1000, maxSize: 4 }, null, null);
  const settings = { initial: 9, request: 9, afterMs: 0 };
  deliveries(clock, interval(clock, 10, 3, null), [buffer], settings, 30);
  expect(clock.peek()).toBe(Number.POSITIVE_INFINITY);
});
