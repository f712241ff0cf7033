/** What reads a whole run may read it a part at a time: the page is never held up by it. */
import { expect, test } from "vitest";
import {
  alertsOf,
  claimRunOf,
  printedLines,
  Recording,
  readMonitor,
  thresholdsOf,
} from "../../src/run/index.ts";
import { catalogue } from "../support/everything.ts";
import { recorded, specOf } from "../support/runs.ts";

const BUSY = { strategy: "try-send", values: { producerDelayMs: 2, consumerDelayMs: 7 } } as const;

test("a claim's run: a part of what is recorded, watched and printed, then all of it", () => {
  const recording = new Recording(catalogue, specOf(BUSY));
  const run = claimRunOf(recording);
  let parts = 1;
  for (; !run.readOn(500); parts++) expect(recording.trace.length).toBeLessThan(600 * parts);
  const whole = recorded(BUSY);
  expect(recording.trace.length).toBe(whole.trace.length);
  // Once for the record, once for the monitor, once for the lines.
  expect(parts).toBeGreaterThan((2.5 * whole.trace.length) / 500);
  expect(run.output()).toEqual(printedLines(whole, whole.strategy, whole.startValues));
  expect(run.maxWaitMs()).toBe(claimRunOf(whole).maxWaitMs());
});

test("a monitor that has read a part tells nothing else than one that was there from the start", () => {
  const early = recorded(BUSY);
  const late = recorded(BUSY);
  expect(readMonitor(late, 1_000)).toBe(false);
  while (!readMonitor(late, 1_000));
  expect(alertsOf(late, thresholdsOf({}))).toEqual(alertsOf(early, thresholdsOf({})));
});
