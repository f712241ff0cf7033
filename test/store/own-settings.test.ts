import { describe, expect, test } from "vitest";
import { isUntouched } from "../../src/store/index.ts";
import { catalogue } from "../support/everything.ts";
import { linkOf, open, state } from "./support.ts";

describe("back to the scenario's own settings", () => {
  const LINK = "v=1&k=unlimited&2.k=bounded&2.cap=3&p=50&seed=7&i=300_c_50&t=4000";

  test("takes settings, seed and changes on the way back; strategies and the time stay", () => {
    const page = open(LINK);
    expect(isUntouched(catalogue, state(page).experiment)).toBe(false);
    page.actions.resetSettings();
    expect(isUntouched(catalogue, state(page).experiment)).toBe(true);
    expect(linkOf(page)).toBe("v=1&s=fast-producer&k=unlimited&2.k=bounded&t=4000");
  });

  test("is one step of undo", () => {
    const page = open(LINK);
    const before = linkOf(page);
    page.actions.resetSettings();
    page.actions.undo();
    expect(linkOf(page)).toBe(before);
    expect(state(page).future.length).toBe(1);
  });

  test("is no step at all where nothing is changed", () => {
    const page = open("v=1&k=unlimited&t=4000");
    page.actions.resetSettings();
    expect(state(page).past).toEqual([]);
  });
});

test("the tab of the panel is part of no link and of no undo", () => {
  const page = open();
  const before = linkOf(page);
  page.actions.setPanel({ tab: "guide" });
  expect(state(page).preferences.panel.tab).toBe("guide");
  page.actions.openScenario("bounded-buffer");
  expect(state(page).preferences.panel.tab).toBe("guide");
  page.actions.undo();
  expect(linkOf(page)).toBe(before);
  expect(state(page).preferences.panel.tab).toBe("guide");
});
