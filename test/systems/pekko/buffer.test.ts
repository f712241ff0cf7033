import { describe, expect, test } from "vitest";
import {
  Buffer,
  type OverflowStrategy,
  PekkoLoop,
  Range,
  Source,
  Throttle,
} from "../../../src/systems/pekko/index.ts";
import { Ledger } from "./ledger.ts";
import { elementsOf, outcomeOf, runUntil, timesOf } from "./streams.ts";

/** Elements 0 to 6 arrive at once at a buffer of 3, while the sink below works on the first. */
function flood(strategy: OverflowStrategy) {
  const ledger = new Ledger();
  const source = Source.of(new Range(0, 6, ledger.station("source"))).via(
    new Buffer<number>(3, strategy, ledger.station("buffer")),
  );
  const outcome = outcomeOf(source, { workMs: 10 });
  return { received: elementsOf(outcome), end: outcome.end, lost: Object.fromEntries(ledger.lost) };
}

describe("a full buffer", () => {
  test.each<[OverflowStrategy, number[], Record<string, number>]>([
    ["backpressure", [0, 1, 2, 3, 4, 5, 6], {}],
    ["dropHead", [0, 4, 5, 6], { "pekko-drop-head": 3 }],
    ["dropTail", [0, 1, 2, 6], { "pekko-drop-tail": 3 }],
    ["dropBuffer", [0, 4, 5, 6], { "pekko-drop-buffer": 3 }],
    ["dropNew", [0, 1, 2, 3], { "pekko-drop-new": 3 }],
  ])("%s", (strategy, received, lost) => {
    expect(flood(strategy)).toEqual({ received, end: "complete", lost });
  });

  test("fail loses the arriving element, and those in the buffer", () => {
    expect(flood("fail")).toEqual({
      received: [0],
      end: "BufferOverflowException",
      lost: { "pekko-overflow": 1, "pekko-stopped": 3 },
    });
  });
});

test("with backpressure, no more are requested than the buffer holds and the sink works on", () => {
  const loop = new PekkoLoop();
  const ledger = new Ledger();
  const source = Source.of(new Range(0, 99, ledger.station("source"))).via(
    new Buffer<number>(3, "backpressure", ledger.station("buffer")),
  );
  outcomeOf(source, { workMs: 10, untilMs: 0, loop });
  expect(ledger.made).toBe(4);
  expect(ledger.heldBy("buffer")).toEqual([1, 2, 3]);
  runUntil(loop, 10);
  expect(ledger.heldBy("buffer")).toEqual([2, 3, 4]);
});

test("a size that is not a whole number of 1 or more is refused", () => {
  expect(() => new Buffer(0, "dropHead")).toThrow(RangeError);
  expect(() => new Buffer(1.5, "dropHead")).toThrow(RangeError);
});

describe("throttle", () => {
  /** Returns when elements of a source that is always ready pass, in ms. */
  function passes(elements: number, perMs: number, maximumBurst?: number): number[] {
    const options = maximumBurst === undefined ? {} : { maximumBurst };
    const throttle = new Throttle<number>({ elements, perMs, ...options });
    return timesOf(outcomeOf(Source.of(new Range(0, 11)).via(throttle)));
  }

  test("by default, as many elements may pass at once as tokens arrive in 100 ms", () => {
    expect(passes(5, 1000).slice(0, 4)).toEqual([0, 200, 400, 600]);
    expect(passes(100, 1000)).toEqual([...new Array(10).fill(0), 10, 20]);
  });

  test("the bucket is full at first; if it has no room for a token, even the first element waits", () => {
    expect(passes(10, 1000, 3).slice(0, 5)).toEqual([0, 0, 0, 100, 200]);
    expect(passes(10, 1000, 0).slice(0, 3)).toEqual([100, 200, 300]);
  });

  test("tokens are timed in whole ns: three in 10 ms come every 3,333,333 ns", () => {
    expect(passes(3, 10, 1).slice(1, 4)).toEqual([3.333333, 6.666666, 9.999999]);
  });

  test("an enforcing throttle fails as soon as an element would have to wait", () => {
    const throttle = new Throttle<number>({
      elements: 10,
      perMs: 1000,
      maximumBurst: 2,
      mode: "enforcing",
    });
    const outcome = outcomeOf(Source.of(new Range(0, 9)).via(throttle));
    expect(elementsOf(outcome)).toEqual([0, 1]);
    expect(outcome.end).toBe("RateExceededException");
  });
});
