import { describe, expect, test } from "vitest";
import {
  Buffer,
  mapAsync,
  PekkoLoop,
  Range,
  Source,
  Throttle,
} from "../../../src/systems/pekko/index.ts";
import type { ConnectionLog } from "../../../src/trace/index.ts";
import { Ledger } from "./ledger.ts";
import { elementsOf, outcomeOf, timesOf } from "./streams.ts";

/** Returns a log of a connection that collects the requests, in order. */
function requests(): ConnectionLog & { readonly asked: number[] } {
  const asked: number[] = [];
  return { asked, requested: (n) => asked.push(n), signalled: () => {} };
}

describe("an async boundary", () => {
  test.each([
    [1, [1, 1, 1, 1]],
    [2, [2, 1, 1, 1]],
    [4, [4, 2, 2, 2]],
    [16, [16, 8, 8, 8]],
  ])("with an input buffer of %i requests %j", (inputBuffer, first) => {
    const demand = requests();
    outcomeOf(Source.of(new Range(0, 199)).async({ demand }), { workMs: 1, inputBuffer });
    expect(demand.asked.slice(0, 4)).toEqual(first);
  });

  test("fills its buffer although the sink pulls one at a time; fused, nothing is made ahead", () => {
    const made = (isAsync: boolean) => {
      const ledger = new Ledger();
      const source = Source.of(new Range(0, 99, ledger.station("source")));
      const upper = isAsync ? source.async({ log: ledger.station("boundary") }) : source;
      outcomeOf(upper, { workMs: 10, untilMs: 0 });
      return [ledger.made, ledger.heldBy("boundary").length];
    };
    expect(made(false)).toEqual([1, 0]);
    expect(made(true)).toEqual([16, 15]);
  });

  test("two in a row count as one", () => {
    const ledger = new Ledger();
    const source = Source.of(new Range(0, 99, ledger.station("source")));
    outcomeOf(source.async().async(), { workMs: 10, untilMs: 0 });
    expect(ledger.made).toBe(16);
  });

  test("refuses a size that is not a power of two", () => {
    const run = () => outcomeOf(Source.of(new Range(0, 1)).async(), { inputBuffer: 3 });
    expect(run).toThrow(RangeError);
  });

  test("lets a failure pass at once and loses its buffered elements; everything above is cancelled", () => {
    const ledger = new Ledger();
    const throttle = new Throttle<number>(
      {
        elements: 1,
        perMs: 1000,
        maximumBurst: 2,
        mode: "enforcing",
      },
      ledger.station("throttle"),
    );
    const source = Source.of(new Range(0, 99, ledger.station("source")))
      .via(new Buffer<number>(4, "backpressure", ledger.station("buffer")))
      .async({ log: ledger.station("boundary") })
      .via(throttle);
    const outcome = outcomeOf(source);
    expect([elementsOf(outcome), outcome.end]).toEqual([[0, 1], "RateExceededException"]);
    // Only the two that the sink got are neither done nor lost.
    expect(ledger.there).toBe(2);
    expect(Object.fromEntries(ledger.lost)).toEqual({
      "pekko-rate-exceeded": 1,
      "pekko-stopped": ledger.made - 3,
    });
    expect(ledger.made).toBeGreaterThan(16);
  });
});

describe("mapAsync", () => {
  /** Runs elements that take 30, 10, 20 and 10 ms. Returns when each was started and received. */
  function run(parallelism: number) {
    const loop = new PekkoLoop();
    const started: number[] = [];
    const work = (v: number, complete: (v: number) => void) => {
      started.push(loop.now);
      loop.after([30, 10, 20, 10][v] ?? 0, () => complete(v));
    };
    const outcome = outcomeOf(Source.of(new Range(0, 3)).via(mapAsync(parallelism, work)), {
      loop,
    });
    return { started, received: elementsOf(outcome), times: timesOf(outcome) };
  }

  test("a finished element waits for an earlier one, and counts until it was passed on", () => {
    expect(run(2)).toEqual({
      started: [0, 0, 30, 30],
      received: [0, 1, 2, 3],
      times: [30, 30, 50, 50],
    });
  });

  test("with a parallelism of 1, elements are worked on one after the other", () => {
    expect(run(1)).toEqual({
      started: [0, 30, 40, 60],
      received: [0, 1, 2, 3],
      times: [30, 40, 60, 70],
    });
  });

  test("a parallelism below 1 is refused", () => {
    expect(() => mapAsync<number, number>(0, () => {})).toThrow(RangeError);
  });
});
