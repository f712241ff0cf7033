/** What the page's run reports of Pekko's full buffers, without a JVM. */
import { describe, expect, test } from "vitest";
import { defaultsOf } from "../../../../src/params/index.ts";
import { paramsOf } from "../../../../src/run/index.ts";
import { strategyOf } from "../../../../src/systems/index.ts";
import { catalogue } from "../../../support/everything.ts";
import { caseOf } from "../code-cases.ts";
import { runOnPage } from "./page-run.ts";

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
    const values = {
      ...defaultsOf(paramsOf(strategyOf(catalogue, "pekko-buffer"))),
      ...load,
      overflowStrategy,
    };
    const run = runOnPage(caseOf("full", "pekko-buffer", { ...values, durationS: 1 }, 1));
    expect(run?.buffer.filter(([ms]) => ms < 1_000)).toEqual(told);
  });
});
