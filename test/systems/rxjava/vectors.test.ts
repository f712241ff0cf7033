/** How RxJava handles an interval of 10 ms and a subscriber that takes 50 ms per element (semantics §2.5). */
import { expect, test } from "vitest";
import { type Operator, VirtualScheduler } from "../../../src/systems/reactive/index.ts";
import {
  interval,
  onBackpressureBuffer,
  onBackpressureBufferStrategy,
  onBackpressureDrop,
  onBackpressureLatest,
  onBackpressureReduce,
} from "../../../src/systems/rxjava/index.ts";
import { deliveries } from "../../support/stream-play.ts";

const cases: readonly (readonly [string, readonly Operator<number>[], string])[] = [
  ["no operator", [], "0@10 MissingBackpressureException@20"],
  ["drop", [onBackpressureDrop(null, null, null)], "0@10 5@60 10@110 15@160 complete@200"],
  [
    "latest",
    [onBackpressureLatest(null, null, null)],
    "0@10 4@60 9@110 14@160 19@210 complete@210",
  ],
  [
    "buffer of 4",
    [onBackpressureBuffer({ capacity: 4 }, null, null)],
    "0@10 1@60 MissingBackpressureException@70",
  ],
  [
    "buffer of 3, DROP_OLDEST",
    [onBackpressureBufferStrategy({ capacity: 3, strategy: "DROP_OLDEST" }, null, null)],
    "0@10 2@60 7@110 12@160 17@210 18@260 19@310 complete@310",
  ],
  [
    "buffer of 3, DROP_LATEST",
    [onBackpressureBufferStrategy({ capacity: 3, strategy: "DROP_LATEST" }, null, null)],
    "0@10 1@60 2@110 4@160 9@210 14@260 19@310 complete@310",
  ],
  [
    "buffer of 3, ERROR",
    [onBackpressureBufferStrategy({ capacity: 3, strategy: "ERROR" }, null, null)],
    "0@10 MissingBackpressureException@50",
  ],
  [
    "reduce to the sum",
    [onBackpressureReduce((sum, element) => sum + element, null, null)],
    "0@10 10@60 35@110 60@160 85@210 complete@210",
  ],
];

test.each(cases)("%s", (_name, operators, expected) => {
  const clock = new VirtualScheduler();
  expect(deliveries(clock, interval(clock, 10, 20, null), operators).join(" ")).toBe(expected);
});

test("an unbounded buffer delivers every element, 50 ms apart", () => {
  const clock = new VirtualScheduler();
  const buffer = onBackpressureBuffer<number>({}, null, null);
  const all = Array.from({ length: 20 }, (_, i) => `${i}@${10 + 50 * i}`);
  const got = deliveries(clock, interval(clock, 10, 20, null), [buffer]);
  expect(got).toEqual([...all, "complete@960"]);
});
