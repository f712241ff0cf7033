import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Text } from "../../src/i18n/index.ts";
import { isAllowed, type Param } from "../../src/params/index.ts";
import {
  claimRunOf,
  DEFAULT_SEED,
  initialValues,
  paramsOf,
  Recording,
  type RunSpec,
} from "../../src/run/index.ts";
import {
  isScenarioId,
  type Scenario,
  type ScenarioId,
  scenarioOf,
  scenarios,
} from "../../src/scenarios/index.ts";
import { isStrategyId, type StrategyId } from "../../src/strategies/index.ts";

const FOLDER = new URL("../../src/scenarios/", import.meta.url);
const NOT_LESSONS = ["index.ts", "registry.ts", "scenario.ts"];

test("every file of the folder is one scenario of the registry, under its own name", () => {
  const files = readdirSync(FOLDER).filter(
    (name) => name.endsWith(".ts") && !NOT_LESSONS.includes(name),
  );
  expect(scenarios.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
});

test("ids are unique, and stand in a link as they are", () => {
  const ids = scenarios.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
});

test("an id finds its scenario; other texts are no ids", () => {
  for (const scenario of scenarios) {
    expect(isScenarioId(scenario.id)).toBe(true);
    expect(scenarioOf(scenario.id)).toBe(scenario);
  }
  for (const text of ["", "Fast-Producer", "constructor"]) expect(isScenarioId(text)).toBe(false);
});

describe.each(scenarios.map((scenario: Scenario<ScenarioId>) => ({ id: scenario.id, scenario })))(
  "$id",
  ({ id, scenario }) => {
    const { strategies, values, controls, claims, revision } = scenario;
    const params = new Map<string, Param>(
      strategies.flatMap((strategy) => paramsOf(strategy).map((param) => [param.key, param])),
    );
    const specOf = (strategy: StrategyId): RunSpec => ({
      scenario: id,
      strategy,
      values: {},
      seed: DEFAULT_SEED,
      interventions: [],
    });

    test("offers strategies that exist, each once", () => {
      expect(new Set(strategies).size).toBe(strategies.length);
      for (const strategy of strategies) expect(isStrategyId(strategy)).toBe(true);
    });

    test("its values are allowed ones of settings that one of its strategies has", () => {
      for (const [key, value] of Object.entries(values)) {
        const param = params.get(key);
        expect(param, key).toBeDefined();
        if (param !== undefined) expect([key, isAllowed(param, value)]).toEqual([key, true]);
      }
    });

    test("a run starts with its values, for each of its strategies", () => {
      for (const strategy of strategies) {
        const initial = initialValues(specOf(strategy));
        for (const { key, default: ordinary } of paramsOf(strategy)) {
          expect([key, initial[key]]).toEqual([key, values[key] ?? ordinary]);
        }
      }
    });

    test("its controls are settings that one of its strategies has, each once", () => {
      expect(new Set(controls).size).toBe(controls.length);
      expect(controls.length).toBeGreaterThanOrEqual(2);
      for (const key of controls) expect(params.has(key), key).toBe(true);
    });

    test("has all its words in both languages", () => {
      const texts: Text[] = [
        scenario.name,
        scenario.question,
        ...scenario.notice,
        ...claims.map(({ text }) => text),
      ];
      expect(scenario.notice.length).toBeGreaterThan(0);
      for (const { ko, en } of texts) {
        expect(ko.trim()).not.toBe("");
        expect(en.trim()).not.toBe("");
        expect(ko).toMatch(/[가-힣]/);
        expect(en).not.toMatch(/[가-힣]/);
      }
    });

    test("has a revision that a link can name", () => {
      expect(Number.isInteger(revision) && revision >= 1).toBe(true);
    });

    test("claims something, about strategies that it offers", () => {
      expect(claims.length).toBeGreaterThan(0);
      for (const { strategy } of claims) expect(strategies).toContain(strategy);
    });

    test.each(claims.map(({ strategy, text, holds }) => ({ strategy, text: text.en, holds })))(
      "$strategy: $text",
      ({ strategy, holds }) => {
        expect(holds(claimRunOf(new Recording(specOf(strategy))))).toBe(true);
      },
    );
  },
);
