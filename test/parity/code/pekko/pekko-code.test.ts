/** What needs no JVM: which programs are compared, and what the page tells of their full buffers. */
import { describe, expect, test } from "vitest";
import { defaultsOf } from "../../../../src/params/index.ts";
import { paramsOf } from "../../../../src/run/index.ts";
import { allStrategies } from "../../../support/everything.ts";
import { caseOf } from "../kotlin/cases.ts";
import { randomCases, scenarioCases, strategyCount, tieCases } from "./cases.ts";
import { runOnPage } from "./page-run.ts";

const ids = allStrategies.filter(({ system }) => system.id === "pekko").map(({ id }) => id);

test("every strategy of Pekko is compared: in its lesson, with each of its choices, and at random settings", () => {
  expect(ids).toHaveLength(strategyCount);
  const random = randomCases(1);
  const some = ids.map(() => random.next().value);
  for (const cases of [scenarioCases(), tieCases(), some]) {
    expect(new Set(cases.map(({ strategy }) => strategy))).toEqual(new Set(ids));
  }
  for (const { id, params } of allStrategies.filter(({ system }) => system.id === "pekko")) {
    for (const param of params) {
      if (param.kind !== "choice") continue;
      const tried = tieCases().filter(({ strategy }) => strategy === id);
      expect(new Set(tried.map(({ values }) => values[param.key]))).toEqual(
        new Set(param.choices.map(({ value }) => value)),
      );
    }
  }
});

describe("what a buffer of 3 does when it is full, while the consumer works on 0", () => {
  test.each([
    ["backpressure", [[30, "Backpressuring"]]],
    ["dropHead", [40, 50].map((ms) => [ms, "Dropping the head element"])],
    ["dropTail", [40, 50].map((ms) => [ms, "Dropping the tail element"])],
    ["dropBuffer", [[40, "Dropping all the buffered elements"]]],
    ["dropNew", [40, 50].map((ms) => [ms, "Dropping the new element"])],
    ["fail", [[40, "Failing"]]],
  ])("%s", (overflowStrategy, told) => {
    const load = { producerDelayMs: 10, consumerDelayMs: 1_000, count: 6, capacity: 3 };
    const values = { ...defaultsOf(paramsOf("pekko-buffer")), ...load, overflowStrategy };
    const run = runOnPage(caseOf("full", "pekko-buffer", { ...values, durationS: 1 }, 1));
    expect(run?.buffer.filter(([ms]) => ms < 1_000)).toEqual(told);
  });
});
