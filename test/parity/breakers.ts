/**
 * Replays recorded calls of a circuit breaker (see golden/README.md, "Breakers") and returns their outcomes in order,
 * each with the state and the figures after it.
 */
import { CircuitBreaker } from "../../src/systems/resilience4j/index.ts";
import type { Difference } from "./compare.ts";

type Call = readonly [atMs: number, tookMs: number, failed: boolean];

export type BreakerEntry = readonly [
  timeMs: number,
  what: "permitted" | "rejected" | "success" | "failure",
  call: number,
  state: string,
  failureRate: number,
  slowCallRate: number,
  bufferedCalls: number,
];

export interface RecordedBreaker {
  readonly id: string;
  readonly config: {
    readonly windowType: "COUNT_BASED" | "TIME_BASED";
    readonly windowSize: number;
    readonly minimumCalls: number;
    readonly failureRate: number;
    readonly slowRate: number;
    readonly slowMs: number;
    readonly openMs: number;
    readonly halfOpenCalls: number;
  };
  readonly calls: readonly Call[];
  readonly trace: readonly BreakerEntry[];
}

/** The difference up to which rates count as equal: the library computes them in single precision. */
const SAME_RATE = 1e-3;

/** Makes all the calls, reports their results to a breaker, and returns the entries. */
export function replayBreaker({ config, calls }: RecordedBreaker): BreakerEntry[] {
  const breaker = new CircuitBreaker({
    slidingWindowType: config.windowType,
    slidingWindowSize: config.windowSize,
    minimumNumberOfCalls: config.minimumCalls,
    failureRateThreshold: config.failureRate,
    slowCallRateThreshold: config.slowRate,
    slowCallDurationThresholdMs: config.slowMs,
    waitDurationInOpenStateMs: config.openMs,
    permittedNumberOfCallsInHalfOpenState: config.halfOpenCalls,
  });
  const entries: BreakerEntry[] = [];
  const say = (timeMs: number, what: BreakerEntry[1], call: number) => {
    const { failureRate, slowCallRate, calls: buffered } = breaker.metrics(timeMs);
    entries.push([timeMs, what, call, breaker.state, failureRate, slowCallRate, buffered]);
  };
  /** The calls under way, and when they end. */
  const underWay: { readonly endMs: number; readonly index: number; readonly call: Call }[] = [];
  const reportUntil = (timeMs: number) => {
    // Results at the same time arrive in the order in which their calls were made.
    underWay.sort((a, b) => a.endMs - b.endMs || a.index - b.index);
    for (let next = underWay[0]; next !== undefined && next.endMs <= timeMs; next = underWay[0]) {
      underWay.shift();
      const [, tookMs, failed] = next.call;
      breaker.onResult(next.endMs, tookMs, failed);
      say(next.endMs, failed ? "failure" : "success", next.index);
    }
  };
  for (const [index, call] of calls.entries()) {
    const [atMs, tookMs] = call;
    reportUntil(atMs);
    const permitted = breaker.tryAcquirePermission(atMs);
    say(atMs, permitted ? "permitted" : "rejected", index);
    if (permitted) underWay.push({ endMs: atMs + tookMs, index, call });
  }
  reportUntil(Number.POSITIVE_INFINITY);
  return entries;
}

/** Returns the first entry in which the replay differs from the recording, or null. Rates may differ by rounding. */
export function breakerDifference(recorded: RecordedBreaker): Difference | null {
  const replayed = replayBreaker(recorded);
  const length = Math.max(recorded.trace.length, replayed.length);
  for (let index = 0; index < length; index++) {
    const [expected, actual] = [recorded.trace[index], replayed[index]];
    if (!isSame(expected, actual)) {
      const textOf = (entry: unknown) => JSON.stringify(entry) ?? "(nothing more)";
      return { index, recorded: textOf(expected), replayed: textOf(actual) };
    }
  }
  return null;
}

function isSame(expected: BreakerEntry | undefined, actual: BreakerEntry | undefined): boolean {
  if (expected === undefined || actual === undefined) return false;
  return (
    expected.length === actual.length &&
    expected.every((value, column) => {
      const other = actual[column];
      const isRate = column === 4 || column === 5;
      if (!isRate) return value === other;
      return Math.abs(Number(value) - Number(other)) <= SAME_RATE;
    })
  );
}
