/** resilience4j's circuit breaker: when it opens, when it closes, and what it counts. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CircuitBreaker,
  type CircuitBreakerConfig,
} from "../../../src/systems/resilience4j/index.ts";

const CONFIG: CircuitBreakerConfig = {
  slidingWindowType: "COUNT_BASED",
  slidingWindowSize: 10,
  minimumNumberOfCalls: 5,
  failureRateThreshold: 50,
  slowCallRateThreshold: 100,
  slowCallDurationThresholdMs: 60_000,
  waitDurationInOpenStateMs: 1_000,
  permittedNumberOfCallsInHalfOpenState: 2,
};

function breakerWith(config: Partial<CircuitBreakerConfig> = {}) {
  const states: string[] = [];
  const breaker = new CircuitBreaker({ ...CONFIG, ...config }, (to) => states.push(to));
  /** Makes a call at `atMs` that has its result at once. Returns false if it was rejected. */
  const call = (atMs: number, failed: boolean, tookMs = 0): boolean => {
    const isPermitted = breaker.tryAcquirePermission(atMs);
    if (isPermitted) breaker.onResult(atMs, tookMs, failed);
    return isPermitted;
  };
  return { breaker, call, states };
}

describe("closed", () => {
  test("opens at the threshold, but not before the minimum number of calls", () => {
    const { breaker, call } = breakerWith();
    for (const failed of [false, false, true, true]) call(0, failed);
    expect(breaker.metrics(0).failureRate).toBe(-1);
    expect(breaker.state).toBe("CLOSED");
    call(0, true);
    expect(breaker.state).toBe("OPEN");
    expect(breaker.metrics(0)).toEqual({
      calls: 5,
      failures: 3,
      slow: 0,
      failureRate: 60,
      slowCallRate: 0,
    });
  });

  test("counts only the last calls: older ones leave the window", () => {
    const { breaker, call } = breakerWith({ slidingWindowSize: 5 });
    for (const failed of [true, true, false, false, false, false, false]) call(0, failed);
    expect(breaker.metrics(0).failureRate).toBe(0);
  });

  test("a time-based window forgets whole seconds of the clock", () => {
    const { breaker, call } = breakerWith({
      slidingWindowType: "TIME_BASED",
      slidingWindowSize: 2,
    });
    call(900, true);
    call(1_000, false);
    expect(breaker.metrics(1_999).calls).toBe(2);
    expect(breaker.metrics(2_000).calls).toBe(1);
    expect(breaker.metrics(2_999).calls).toBe(1);
    expect(breaker.metrics(3_000).calls).toBe(0);
  });

  test("slow calls open it without a single failure; a call is slow if it takes longer than the threshold", () => {
    const slow = { slowCallDurationThresholdMs: 100, slowCallRateThreshold: 60 };
    const { breaker, call } = breakerWith(slow);
    for (const tookMs of [100, 100, 101, 101]) call(0, false, tookMs);
    expect(breaker.state).toBe("CLOSED");
    call(0, false, 101);
    expect(breaker.state).toBe("OPEN");
    expect(breaker.metrics(0)).toMatchObject({ failureRate: 0, slowCallRate: 60 });
  });
});

/** Returns a breaker that opened at 0 ms and is half-open since 1,001 ms, with the first trial under way. */
function halfOpen(config: Partial<CircuitBreakerConfig> = {}) {
  const made = breakerWith(config);
  for (let i = 0; i < 10; i++) made.call(0, true);
  expect(made.breaker.state).toBe("OPEN");
  expect(made.breaker.tryAcquirePermission(1_000)).toBe(false);
  expect(made.breaker.tryAcquirePermission(1_001)).toBe(true);
  expect(made.breaker.state).toBe("HALF_OPEN");
  return made;
}

describe("half-open", () => {
  test("lets the permitted number of calls through, and no more until their results arrive", () => {
    const { breaker } = halfOpen();
    expect(breaker.tryAcquirePermission(1_002)).toBe(true);
    expect(breaker.tryAcquirePermission(1_003)).toBe(false);
    breaker.onResult(1_010, 9, false);
    expect(breaker.tryAcquirePermission(1_011)).toBe(false);
    breaker.onResult(1_012, 10, false);
    expect(breaker.state).toBe("CLOSED");
    expect(breaker.metrics(1_012).calls).toBe(0);
  });

  test.each([
    { minimum: 3, permitted: 7, results: 3 },
    { minimum: 5, permitted: 2, results: 2 },
    { minimum: 1, permitted: 4, results: 1 },
  ])(
    "decides after the smaller number: a minimum of $minimum, $permitted permitted",
    ({ minimum, permitted, results }) => {
      const { breaker } = halfOpen({
        minimumNumberOfCalls: minimum,
        permittedNumberOfCallsInHalfOpenState: permitted,
      });
      for (let i = 1; i < results; i++) breaker.onResult(1_001 + i, 0, true);
      expect(breaker.state).toBe("HALF_OPEN");
      breaker.onResult(1_010, 0, true);
      expect(breaker.state).toBe("OPEN");
    },
  );

  test("counts calls even if the window of closed is time-based", () => {
    const { breaker } = halfOpen({ slidingWindowType: "TIME_BASED", slidingWindowSize: 1 });
    breaker.onResult(2_000, 0, false);
    breaker.onResult(90_000, 0, true);
    expect(breaker.state).toBe("OPEN");
    expect(breaker.metrics(90_000)).toMatchObject({ calls: 2, failureRate: 50 });
  });
});

describe("open", () => {
  test("a late result is added to the figures with which the breaker tripped, and decides nothing", () => {
    const { breaker, call, states } = breakerWith();
    expect(breaker.tryAcquirePermission(0)).toBe(true);
    for (let i = 0; i < 5; i++) call(0, true);
    breaker.onResult(20, 20, false);
    expect(breaker.state).toBe("OPEN");
    expect(breaker.metrics(20)).toMatchObject({ calls: 6, failures: 5 });
    expect(states).toEqual(["OPEN"]);
  });

  test("the result of an earlier call counts in the state in which it arrives", () => {
    const { breaker } = halfOpen({ permittedNumberOfCallsInHalfOpenState: 1 });
    breaker.onResult(1_002, 500, false);
    expect(breaker.state).toBe("CLOSED");
  });
});

test("for any calls, the windows have the figures of a plain list of results", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(900), fc.boolean(), fc.nat(200)), { maxLength: 60 }),
      fc.integer({ min: 1, max: 8 }),
      fc.boolean(),
      (calls, size, byTime) => {
        // Thresholds that are never reached keep it closed.
        const { breaker } = breakerWith({
          slidingWindowType: byTime ? "TIME_BASED" : "COUNT_BASED",
          slidingWindowSize: size,
          minimumNumberOfCalls: 1,
          failureRateThreshold: 101,
          slowCallRateThreshold: 101,
          slowCallDurationThresholdMs: 100,
        });
        let nowMs = 0;
        const all: { second: number; failed: boolean; slow: boolean }[] = [];
        for (const [pauseMs, failed, tookMs] of calls) {
          nowMs += pauseMs;
          breaker.onResult(nowMs, tookMs, failed);
          const second = Math.floor(nowMs / 1000);
          all.push({ second, failed, slow: tookMs > 100 });
          const held = byTime
            ? all.filter((each) => each.second > second - size)
            : all.slice(-size);
          expect(breaker.metrics(nowMs)).toMatchObject({
            calls: held.length,
            failures: held.filter((each) => each.failed).length,
            slow: held.filter((each) => each.slow).length,
          });
        }
      },
    ),
  );
});
