/** The sentence under the picture says what an error has done, and that a source without requests may not emit. */
import { expect, test } from "vitest";
import { captionOf } from "../../../src/views/stage/lanes/caption-of.ts";
import { recorded } from "../../support/runs.ts";
import "../../support/everything.ts";

const RATES = { madePerSec: 10, donePerSec: 10, lostPerSec: 0 };

function captionAt(spec: Parameters<typeof recorded>[0], timeMs: number) {
  const { text, numbers } = captionOf(recorded(spec).history.stateAt(timeMs), RATES);
  return { text: text.en, numbers };
}

test("an error that has ended the subscriber, with what was lost", () => {
  const spec = { scenario: "rxjava", strategy: "rx-buffer" } as const;
  const { text, numbers } = captionAt(spec, 2_500);
  expect(text).toContain("ended with an error");
  expect(numbers["lost"]).toBe(17);
  expect(captionAt(spec, 2_499).text).not.toContain("error");
});

test("a source that heeds requests and has none", () => {
  const spec = { scenario: "reactor", strategy: "reactor-limit-rate" } as const;
  expect(captionAt(spec, 1_250).text).toContain("No request is outstanding");
  expect(captionAt(spec, 1_600).text).not.toContain("No request");
});

test("a source that asks nobody, and will fail at its next tick", () => {
  const spec = { scenario: "rxjava", strategy: "rx-interval" } as const;
  expect(captionAt(spec, 850).text).toContain("No request is outstanding");
});

test("what piles up where everything was requested", () => {
  const values = { rxOverflow: "unbounded" };
  const spec = { scenario: "rxjava", strategy: "rx-buffer", values } as const;
  const { text, numbers } = captionAt(spec, 5_050);
  expect(text).toMatch(/wait/);
  expect(numbers["waiting"]).toBeGreaterThan(30);
});
