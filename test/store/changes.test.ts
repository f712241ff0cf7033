/** Settings changed on the way: few a drag, none that changes nothing, none that rewrites the past. */
import { describe, expect, test } from "vitest";
import type { Param } from "../../src/params/index.ts";
import {
  MAX_INTERVENTIONS,
  openExperiment,
  type Playground,
  shownValue,
} from "../../src/store/index.ts";
import { catalogue } from "../support/everything.ts";
import { sharedParams } from "./any-experiment.ts";
import { linkOf, open, past, playFor, run, state } from "./support.ts";

/** Drags a slider for as many frames as there are values; it is not let go. */
function drag(page: Playground, key: string, values: readonly number[], frameMs = 17): void {
  for (const value of values) {
    page.frame(frameMs);
    page.actions.setValue(0, key, value, true);
  }
}

const producerDelay = sharedParams.find(({ key }) => key === "producerDelayMs") as Param;
const shown = (page: Playground) => shownValue(state(page), 0, producerDelay);
const upTo = (count: number) => Array.from({ length: count }, (_, step) => 101 + step);

describe("a slider dragged while it plays", () => {
  test("makes few changes, one step for undo and a short link; where it is let go counts", () => {
    const page = open();
    page.actions.play();
    drag(page, "producerDelayMs", upTo(120));
    page.actions.setValue(0, "producerDelayMs", 220);
    page.actions.pause();
    const { interventions } = state(page).experiment;
    // 120 frames of 17 ms are 2,040 ms: one at once, one every 250 ms, one at the end.
    expect(interventions).toHaveLength(9);
    expect(interventions.at(-1)).toEqual({ atMs: 2040, key: "producerDelayMs", value: 220 });
    for (const [index, { atMs }] of interventions.slice(1, -1).entries()) {
      expect(atMs - (interventions[index]?.atMs ?? 0)).toBeGreaterThanOrEqual(250);
    }
    expect(state(page).past).toHaveLength(1);
    expect(linkOf(page).length).toBeLessThan(150);
  });

  test("let go where it stands, it makes no change more", () => {
    const page = open();
    page.actions.play();
    drag(page, "producerDelayMs", [150]);
    playFor(page, 1000);
    page.actions.setValue(0, "producerDelayMs", 150);
    expect(state(page).experiment.interventions).toEqual([
      { atMs: 17, key: "producerDelayMs", value: 150 },
    ]);
  });

  test("never rewrites what was played", () => {
    const page = open("p=1&c=300&k=drop-oldest");
    page.actions.play();
    playFor(page, 1500);
    const before = past(page, 1500);
    const recording = run(page);
    drag(page, "producerDelayMs", upTo(600));
    page.actions.setValue(0, "producerDelayMs", 701);
    expect(run(page)).toBe(recording);
    expect(past(page, 1500)).toBe(before);
  });

  test("the control follows the finger, the run a moment later", () => {
    const page = open();
    page.actions.play();
    drag(page, "producerDelayMs", [150, 160, 170]);
    expect(shown(page)).toBe(170);
    expect(state(page).experiment.interventions.map(({ value }) => value)).toEqual([150]);
    playFor(page, 250);
    expect(state(page).pending).toBe(null);
    expect(state(page).experiment.interventions.map(({ value }) => value)).toEqual([150, 170]);
    expect(shown(page)).toBe(170);
    drag(page, "producerDelayMs", [70_000]);
    expect(shown(page)).toBe(60_000);
  });

  test.each([
    ["pause", (page: Playground) => page.actions.pause()],
    ["another setting", (page: Playground) => page.actions.setValue(0, "workers", 2, true)],
    ["another seed", (page: Playground) => page.actions.setSeed(5)],
    ["a step", (page: Playground) => page.actions.stepForward()],
  ])("%s does not lose its last value", (_, action) => {
    const page = open();
    page.actions.play();
    drag(page, "producerDelayMs", [150, 160]);
    action(page);
    const { interventions } = state(page).experiment;
    expect(interventions).toContainEqual({ atMs: 34, key: "producerDelayMs", value: 160 });
    expect(shown(page)).toBe(160);
  });

  test("the end of the run does not lose it either", () => {
    const page = open("T=1");
    page.actions.seek(940);
    page.actions.play();
    drag(page, "producerDelayMs", [150, 160]);
    playFor(page, 100);
    expect(state(page)).toMatchObject({ paused: "end", pending: null });
    expect(shown(page)).toBe(160);
    expect(state(page).experiment.interventions.map(({ value }) => value)).toEqual([150, 160]);
  });

  test("undo in the middle takes all of it back", () => {
    const page = open();
    page.actions.play();
    drag(page, "producerDelayMs", [150, 160]);
    page.actions.undo();
    expect(state(page).experiment).toEqual(openExperiment(catalogue, "fast-producer"));
    expect(shown(page)).toBe(100);
  });
});

describe("what changes nothing", () => {
  test.each([
    ["capacity", 8],
    ["producerDelayMs", 70],
    ["workers", 1],
    ["durationS", 60],
  ])("%s set to what it is already makes no change and no step for undo", (key, value) => {
    const page = open("i=1000_p_70");
    page.actions.seek(5_000);
    const before = state(page);
    page.actions.setValue(0, key, value);
    expect(state(page)).toBe(before);
  });

  test("the same strategy, the same seed", () => {
    const page = open();
    const before = state(page);
    page.actions.setStrategy(0, "bounded");
    page.actions.setStrategy(3, "unlimited");
    page.actions.setSeed(42);
    expect(state(page)).toBe(before);
  });

  test("but what is changed later goes, without a change here", () => {
    const page = open("i=1000_p_70~9000_p_80");
    page.actions.seek(5_000);
    page.actions.setValue(0, "producerDelayMs", 70);
    expect(state(page).experiment.interventions).toEqual([
      { atMs: 1_000, key: "producerDelayMs", value: 70 },
    ]);
  });

  test.each(["capacity", "producerDelayMs"])("a drag of %s there and back again", (key) => {
    const page = open("t=4000");
    page.actions.setSeed(5);
    page.actions.undo();
    const { experiment, past: before, future } = state(page);
    const initial = key === "capacity" ? 8 : 100;
    for (const value of [20, 30, initial]) page.actions.setValue(0, key, value, true);
    page.actions.setValue(0, key, initial);
    expect(state(page).experiment).toBe(experiment);
    expect(state(page).past).toEqual(before);
    expect(state(page).future).toBe(future);
  });
});

describe("many changes", () => {
  /** A page that has as many changes as there is room for, one every 10 ms. */
  function full(): Playground {
    const page = open();
    for (let change = 1; change <= MAX_INTERVENTIONS; change++) {
      page.actions.seek(10 * change);
      page.actions.setValue(0, "producerDelayMs", 200 + change);
    }
    expect(state(page).notices).toEqual([]);
    page.actions.seek(20_000);
    return page;
  }

  test("beyond the limit a change is refused, and said once; nothing older is given up", () => {
    const page = full();
    const { experiment, past: before } = state(page);
    expect(experiment.interventions).toHaveLength(MAX_INTERVENTIONS);
    page.actions.setValue(0, "consumerDelayMs", 77);
    page.actions.setValue(0, "consumerDelayMs", 78);
    expect(state(page).experiment).toBe(experiment);
    expect(state(page).past).toBe(before);
    expect(state(page).notices).toEqual([{ kind: "tooManyChanges", max: 60 }]);
  });

  test("a drag that is refused leaves nothing behind", () => {
    const page = full();
    const { experiment } = state(page);
    page.actions.play();
    drag(page, "producerDelayMs", upTo(40));
    page.actions.setValue(0, "producerDelayMs", 140);
    expect(state(page)).toMatchObject({ experiment, pending: null });
    expect(shown(page)).toBe(260);
  });

  test.each([
    ["undo", (page: Playground) => page.actions.undo()],
    [
      "a change at the start",
      (page: Playground) => {
        page.actions.reset();
        page.actions.setValue(0, "producerDelayMs", 5);
      },
    ],
  ])("%s makes room, and there is no more to be said", (_, action) => {
    const page = full();
    page.actions.setValue(0, "consumerDelayMs", 77);
    action(page);
    expect(state(page).notices).toEqual([]);
    page.actions.seek(30_000);
    page.actions.setValue(0, "consumerDelayMs", 77);
    expect(state(page).notices).toEqual([]);
    expect(state(page).experiment.interventions.at(-1)?.value).toBe(77);
  });

  test("what is changed again at the same time takes no more room", () => {
    const page = full();
    page.actions.seek(600);
    page.actions.setValue(0, "producerDelayMs", 5);
    expect(state(page).experiment.interventions).toHaveLength(MAX_INTERVENTIONS);
    expect(state(page).notices).toEqual([]);
  });

  test("a shorter run loses those after its end; a drag back has them again", () => {
    const page = open("i=5000_p_70~30000_p_80");
    const { experiment } = state(page);
    page.actions.setValue(0, "durationS", 10, true);
    expect(state(page).experiment.interventions.map(({ atMs }) => atMs)).toEqual([5_000]);
    page.actions.setValue(0, "durationS", 40, true);
    expect(state(page).experiment.interventions).toEqual(experiment.interventions);
    page.actions.setValue(0, "durationS", 5);
    page.actions.undo();
    expect(state(page).experiment).toBe(experiment);
  });

  test("a slider dragged while it stands is one change", () => {
    const page = open("t=4000");
    for (let value = 10; value < 60; value++) {
      page.actions.setValue(0, "producerDelayMs", value, true);
    }
    expect(state(page).experiment.interventions).toEqual([
      { atMs: 4_000, key: "producerDelayMs", value: 59 },
    ]);
  });
});
