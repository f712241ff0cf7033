import { expect, test } from "vitest";
import { Random } from "../../src/kernel/index.ts";
import { defaultsOf } from "../../src/params/index.ts";
import { createServices, type WorkloadValues, workloadParams } from "../../src/workloads/index.ts";

const DEFAULTS = defaultsOf(workloadParams) as WorkloadValues;

function servicesOf(values: Partial<WorkloadValues>, seed = 1) {
  return createServices({ ...DEFAULTS, ...values }, new Random(seed, "services"));
}

test("constant: every element takes the consumer delay", () => {
  const services = servicesOf({ consumerDelayMs: 7 });
  for (let i = 0; i < 10; i++) expect(services.serviceMs(services.drawWork())).toBe(7);
});

test("exponential: mean and deviation are the consumer delay, in whole ms", () => {
  const services = servicesOf({ consumerDelayMs: 1000, service: "exponential" });
  const times = Array.from({ length: 40_000 }, () => services.serviceMs(services.drawWork()));
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / times.length;
  expect(times.every(Number.isInteger)).toBe(true);
  expect(Math.abs(mean / 1000 - 1)).toBeLessThan(0.02);
  expect(Math.abs(Math.sqrt(variance) / 1000 - 1)).toBeLessThan(0.03);
});

test("the fraction cut off a time is added to the next, so short times keep their mean", () => {
  const services = servicesOf({ consumerDelayMs: 1 });
  const times = Array.from({ length: 10 }, () => services.serviceMs(0.3));
  expect(times.reduce((sum, time) => sum + time, 0)).toBe(3);
});

test("a new consumer delay applies to the next element, even to one made before", () => {
  const values = { ...DEFAULTS, consumerDelayMs: 100 };
  const services = createServices(values, new Random(1, "services"));
  const work = services.drawWork();
  expect(services.serviceMs(work)).toBe(100);
  values.consumerDelayMs = 40;
  expect(services.serviceMs(work)).toBe(40);
});

test("an element's share of work follows from the seed and its number alone", () => {
  const slow = servicesOf({ service: "exponential", consumerDelayMs: 500 }, 9);
  const fast = servicesOf({ service: "exponential", consumerDelayMs: 5 }, 9);
  const other = servicesOf({ service: "exponential" }, 10);
  const draw = (services: typeof slow) => Array.from({ length: 20 }, () => services.drawWork());
  const shares = draw(slow);
  expect(draw(fast)).toEqual(shares);
  expect(draw(other)).not.toEqual(shares);
});
