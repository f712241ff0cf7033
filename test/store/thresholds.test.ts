/** Thresholds of alerts: part of the page and its link, undone like anything else, and no matter for the runs. */
import { describe, expect, test } from "vitest";
import { type ThresholdKey, withThreshold } from "../../src/run/index.ts";
import { linkOf, open, playFor, run, state } from "./support.ts";

/** As the fields of the page set one. */
function set(page: ReturnType<typeof open>, key: ThresholdKey, value: number): void {
  page.actions.setThresholds(withThreshold(thresholds(page), key, value));
}

const thresholds = (page: ReturnType<typeof open>) => state(page).experiment.thresholds;

describe("a threshold", () => {
  test("that is set stands in the link; one at its default does not", () => {
    const page = open();
    set(page, "waitMs", 500);
    set(page, "lossPercent", 0);
    expect(linkOf(page)).toBe("v=1&s=fast-producer&aL=0&aW=500");
    set(page, "lossPercent", 1);
    expect(linkOf(page)).toBe("v=1&s=fast-producer&aW=500");
    expect(thresholds(open(linkOf(page)))).toEqual({ waitMs: 500 });
  });

  test("leaves the runs alone, even where they have ended", () => {
    const page = open("T=2&t=2000");
    const recording = run(page);
    expect(recording.end).not.toBe(null);
    set(page, "depthPercent", 50);
    expect(run(page)).toBe(recording);
    expect(state(page).position.timeMs).toBe(2_000);
    page.actions.setSeed(7);
    expect(run(page)).not.toBe(recording);
  });

  test("can be set while it plays on", () => {
    const page = open();
    page.actions.play();
    playFor(page, 600);
    set(page, "depthElements", 20);
    playFor(page, 600);
    expect(state(page).playing).toBe(true);
    expect(page.position().timeMs).toBe(1_200);
    expect(thresholds(page)).toEqual({ depthElements: 20 });
  });

  test("is undone and done again, a step each", () => {
    const page = open();
    set(page, "depthPercent", 50);
    set(page, "depthPercent", 60);
    page.actions.undo();
    expect(thresholds(page)).toEqual({ depthPercent: 50 });
    page.actions.undo();
    expect(thresholds(page)).toEqual({});
    page.actions.redo();
    page.actions.redo();
    expect(thresholds(page)).toEqual({ depthPercent: 60 });
  });

  test("is held to its range", () => {
    const page = open();
    set(page, "depthPercent", 1_000);
    expect(thresholds(page)).toEqual({ depthPercent: 99 });
  });

  test("stays with another strategy; another scenario begins with the defaults", () => {
    const page = open("aW=500");
    page.actions.setStrategy(0, "unlimited");
    expect(thresholds(page)).toEqual({ waitMs: 500 });
    page.actions.openScenario("bounded-buffer");
    expect(thresholds(page)).toEqual({});
  });
});
