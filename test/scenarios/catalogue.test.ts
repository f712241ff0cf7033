/** The catalogue of what is loaded, as an immutable value. */
import { expect, test } from "vitest";
import {
  joined,
  loadScenario,
  loadStrategies,
  plainCatalogue,
  scenarioOf,
} from "../../src/scenarios/index.ts";
import { channelStrategies, strategyIds, strategyOf } from "../../src/systems/index.ts";
import { allScenarios, allStrategies } from "../support/everything.ts";

test("the first scenario and its strategies need no loading; strategies are in the order of the page", () => {
  expect([...plainCatalogue.scenarios.keys()]).toEqual(["fast-producer"]);
  expect([...plainCatalogue.strategies.values()]).toEqual(channelStrategies);
  for (const id of scenarioOf(plainCatalogue, "fast-producer").strategies) {
    expect(strategyOf(plainCatalogue, id).id).toBe(id);
  }
});

test("loading leaves the catalogue unchanged and returns one that can be joined with it", async () => {
  const loaded = await loadStrategies(["token-bucket"]);
  expect(plainCatalogue.strategies.has("token-bucket")).toBe(false);
  expect(() => strategyOf(plainCatalogue, "token-bucket")).toThrow(/token-bucket .*not.* loaded/);
  const both = joined(plainCatalogue, loaded);
  expect(strategyOf(both, "token-bucket").id).toBe("token-bucket");
  expect(strategyOf(both, "bounded").id).toBe("bounded");
  expect(plainCatalogue.strategies.has("token-bucket")).toBe(false);
});

test.each(allScenarios)("$id is loaded with all strategies that it offers", async ({ id }) => {
  const loaded = await loadScenario(id);
  const { strategies } = scenarioOf(loaded, id);
  expect([...loaded.strategies.keys()]).toEqual(strategies);
  expect([...loaded.scenarios.keys()]).toEqual([id]);
});

test("every id is the id of the strategy in its file", () => {
  expect(allStrategies.map(({ id }) => id)).toEqual(strategyIds);
});

test.each(["", "Bounded", "constructor", "__proto__", "toString"])(
  "%o names no strategy: nothing is loaded",
  async (id) => {
    await expect(loadStrategies(["bounded", id])).rejects.toThrow();
  },
);
