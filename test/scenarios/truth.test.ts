/** What the lessons must not say, and what they must: sentences that were found false, each by its program. */
import { describe, expect, test } from "vitest";
import { claimRunOf, initialValues } from "../../src/run/index.ts";
import { scenarioOf } from "../../src/scenarios/index.ts";
import { sourceTextOf, strategyOf } from "../../src/systems/index.ts";
import { specOf } from "../support/runs.ts";
import "../support/everything.ts";
import { Recording } from "../../src/run/index.ts";

const textOf = (scenario: Parameters<typeof scenarioOf>[0]) => JSON.stringify(scenarioOf(scenario));

describe("the circuit breaker", () => {
  test("the written one and the meant one wait for the same time", () => {
    const { values } = scenarioOf("circuit-breaker");
    expect(values["waitOpenMs"]).toBe(values["timeoutMs"]);
  });

  test("one of the wrong answers is the rule itself: at the first call after the wait", () => {
    const wrong = scenarioOf("circuit-breaker").answers.filter(({ right }) => !right);
    expect(wrong.map(({ text }) => text.en)).toContain("At the first call after 8,000 ms.");
  });
});

test("the program of the rate limiter has the class with the misleading name", () => {
  const spec = specOf({ scenario: "rate-limiting", strategy: "rate-limiting-written" });
  const { text } = sourceTextOf(strategyOf("rate-limiting-written"), initialValues(spec));
  expect(text).toContain("class RateLimiter(permits: Int)");
});

test("pool size: what to plan is computed, also for another load", () => {
  const { findings = [] } = scenarioOf("pool-size").reality ?? {};
  const plan = findings.find(({ text }) => text.en.includes("{planned}"));
  const numbers = (values: Record<string, number>) => {
    const spec = specOf({ scenario: "pool-size", strategy: "unlimited", values });
    return plan?.numbers(claimRunOf(new Recording(spec)));
  };
  expect(numbers({})).toEqual({ needed: 4, percent: 100, planned: 5 });
  expect(numbers({ consumerDelayMs: 400 })).toEqual({ needed: 8, percent: 100, planned: 10 });
});

test("conflated: a value waits no longer than a pause of the producer only while that sends", () => {
  const spec = specOf({ scenario: "conflated", strategy: "conflated-written" });
  const longest = (count: number) =>
    claimRunOf(new Recording({ ...spec, values: { count } })).maxWaitMs();
  expect(longest(100)).toBeLessThanOrEqual(10);
  expect(longest(60)).toBeGreaterThan(10);
  expect(textOf("conflated")).toContain("While the producer sends");
});

test("the first lesson: backpressure is no problem but an answer, and there are more ways than three", () => {
  expect(textOf("fast-producer")).toContain("not the problem of a faster producer but its answer");
  expect(textOf("fast-producer")).not.toContain("fourth way");
});
