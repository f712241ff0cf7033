import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fillIn, type Text } from "../../src/i18n/index.ts";
import { isAllowed, type Param } from "../../src/params/index.ts";
import {
  claimRunOf,
  DEFAULT_SEED,
  initialValues,
  openingSpec,
  paramsOf,
  Recording,
  type RunSpec,
} from "../../src/run/index.ts";
import {
  entryOf,
  isScenarioId,
  linkToScenario,
  PLAIN_SHOWS_AT_MS,
  scenarioOf,
} from "../../src/scenarios/index.ts";
import { MAX_LANES, openExperiment, readLink } from "../../src/store/index.ts";
import { isStrategyId, type StrategyId, strategyOf } from "../../src/systems/index.ts";
import { catalogue, allScenarios as scenarios } from "../support/everything.ts";

const FOLDER = new URL("../../src/scenarios/", import.meta.url);
const NOT_LESSONS = [
  "catalogue.ts",
  "choose-strategy.ts",
  "index.ts",
  "library-operators.ts",
  "link-to-scenario.ts",
  "readings.ts",
  "plans.ts",
  "registry.ts",
  "scenario.ts",
  "sequel.ts",
  "sequels.ts",
  "strips.ts",
];

/** A claim must not depend on one lucky seed. */
const SEEDS = [DEFAULT_SEED, 1, 7];

test("every other file in the folder is one scenario of the registry, named after its id", () => {
  const files = readdirSync(FOLDER).filter(
    (name) => name.endsWith(".ts") && !NOT_LESSONS.includes(name),
  );
  expect(scenarios.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
});

test("ids are unique and need no encoding in a link", () => {
  const ids = scenarios.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
});

test("an id finds its scenario; other texts are not ids", () => {
  for (const { id } of scenarios) {
    expect(isScenarioId(id)).toBe(true);
    expect(scenarioOf(catalogue, id).id).toBe(id);
  }
  for (const text of ["", "Fast-Producer", "constructor"]) expect(isScenarioId(text)).toBe(false);
});

describe.each(scenarios.map((scenario) => ({ id: scenario.id, scenario })))(
  "$id",
  ({ id, scenario }) => {
    const { strategies, values, controls, claims, revision, answers, next, reality } = scenario;
    const params = new Map<string, Param>(
      strategies.flatMap((strategy) =>
        paramsOf(strategyOf(catalogue, strategy)).map((param) => [param.key, param]),
      ),
    );
    // Claims, findings and pairs are about what the lesson shows, which includes the changes that it makes on the way.
    const specOf = (strategy: StrategyId, seed = DEFAULT_SEED): RunSpec =>
      openingSpec(catalogue, id, strategy, seed);

    test("offers strategies that exist, each once", () => {
      expect(new Set(strategies).size).toBe(strategies.length);
      for (const strategy of strategies) expect(isStrategyId(strategy)).toBe(true);
    });

    test("opens with strategies that it offers, beginning with its first one", () => {
      const { lanes } = scenario;
      if (lanes === undefined) return;
      expect(lanes[0]).toBe(strategies[0]);
      expect(lanes.length).toBeGreaterThan(1);
      expect(lanes.length).toBeLessThanOrEqual(MAX_LANES);
      for (const strategy of lanes) expect(strategies).toContain(strategy);
    });

    test("says of every two of its lanes whether they treat the excess alike, and their runs agree", () => {
      const { lanes = [], pairs } = scenario;
      if (pairs === undefined) return;
      const all = lanes.flatMap((one, i) => lanes.slice(i + 1).map((other) => [one, other]));
      const named = pairs.map(({ of }) => [...of].sort().join());
      expect(named.toSorted()).toEqual(all.map((pair) => pair.toSorted().join()).toSorted());
      for (const { of, same } of pairs) {
        const [one, other] = of.map((strategy) => becomesOf(specOf(strategy)));
        expect([of, one === other]).toEqual([of, same]);
      }
    });

    test("its values are allowed and belong to settings that one of its strategies has", () => {
      for (const [key, value] of Object.entries(values)) {
        const param = params.get(key);
        expect(param, key).toBeDefined();
        if (param !== undefined) expect([key, isAllowed(param, value)]).toEqual([key, true]);
      }
    });

    test("a run starts with its values, for each of its strategies", () => {
      for (const strategy of strategies) {
        const initial = initialValues(catalogue, specOf(strategy));
        for (const { key, default: ordinary } of paramsOf(strategyOf(catalogue, strategy))) {
          expect([key, initial[key]]).toEqual([key, values[key] ?? ordinary]);
        }
      }
    });

    test("its controls are different settings, each of one of its strategies", () => {
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
        ...answers.map(({ why }) => why),
        ...next.map(({ text }) => text),
        ...(scenario.pairs ?? []).map(({ why }) => why),
        reality.claimed,
        ...reality.findings.map(({ text }) => text),
      ];
      expect(scenario.notice.length).toBeGreaterThan(0);
      for (const { ko, en } of texts) {
        expect(ko.trim()).not.toBe("");
        expect(en.trim()).not.toBe("");
        expect(ko).toMatch(/[가-힣]/);
        expect(en).not.toMatch(/[가-힣]/);
      }
    });

    test("asks a question with two to four answers, one of them right", () => {
      expect(answers.length).toBeGreaterThanOrEqual(2);
      expect(answers.length).toBeLessThanOrEqual(4);
      expect(answers.filter(({ right }) => right)).toHaveLength(1);
      for (const language of ["ko", "en"] as const) {
        const texts = answers.map(({ text }) => text[language].trim());
        const reasons = answers.map(({ why }) => why[language].trim());
        expect(new Set(texts).size).toBe(answers.length);
        expect(new Set(reasons).size).toBe(answers.length);
        for (const text of [...texts, ...reasons]) expect(text).not.toBe("");
      }
    });

    test("has a revision that a link can name, and says what the earlier ones were", () => {
      expect(Number.isInteger(revision) && revision >= 1).toBe(true);
      expect(scenario.former ?? []).toHaveLength(revision - 1);
      expect(entryOf(scenario.id).revision).toBe(revision);
      const { experiment, notices } = readLink(catalogue, `v=1&${linkToScenario(scenario.id)}`);
      expect(notices).toEqual([]);
      expect(experiment).toEqual(openExperiment(catalogue, scenario.id));
    });

    test("what to try next are links that the page reads without a notice", () => {
      expect(next.length).toBeGreaterThan(0);
      for (const { link } of next) {
        expect([link, readLink(catalogue, `v=1&${link}`).notices]).toEqual([link, []]);
      }
    });

    test("claims something, about strategies that it offers", () => {
      expect(claims.length).toBeGreaterThan(0);
      for (const { strategy } of claims) expect(strategies).toContain(strategy);
    });

    test.each(claims.map((claim) => ({ ...claim, text: claim.text.en })))(
      "$strategy: $text",
      ({ strategy, holds, values: changed = {} }) => {
        for (const seed of SEEDS) {
          const run = claimRunOf(
            new Recording(catalogue, { ...specOf(strategy, seed), values: changed }),
          );
          expect([seed, holds(run)]).toEqual([seed, true]);
        }
      },
    );

    test.each(reality.findings.map((finding) => ({ ...finding, finding })))(
      "$strategy: every number of “$text.en” is computed",
      ({ strategy, text, finding }) => {
        const { applies, example } = finding;
        const own = claimRunOf(new Recording(catalogue, specOf(strategy)));
        // It applies at the scenario's own values or at those of its example; an example that isn't needed fails.
        expect(applies?.(own) ?? true).toBe(example === undefined);
        const run =
          example === undefined
            ? own
            : claimRunOf(new Recording(catalogue, { ...specOf(strategy), values: example }));
        expect(applies?.(run) ?? true).toBe(true);
        const found = finding.numbers(run);
        for (const language of ["ko", "en"] as const) {
          expect(fillIn(text[language], found)).not.toMatch(/\{\w+\}/);
          // A number that neither sentence uses would never be shown.
          for (const name of Object.keys(found)) expect(text.en + text.ko).toContain(`{${name}}`);
        }
        for (const number of Object.values(found)) {
          if (typeof number === "number") expect(Number.isFinite(number)).toBe(true);
        }
      },
    );
  },
);

test.each(scenarios)(
  "$id: its run has not ended when the answer shows",
  ({ id, strategies, showsAtMs }) => {
    const [strategy] = strategies;
    const recording = new Recording(catalogue, openingSpec(catalogue, id, strategy));
    const atMs = showsAtMs ?? PLAIN_SHOWS_AT_MS;
    recording.advanceTo(atMs);
    expect(recording.lastMs).toBeGreaterThanOrEqual(atMs);
  },
);

test("batching: when the answer shows, the buffer holds the peak that the question asks for", () => {
  const { showsAtMs = PLAIN_SHOWS_AT_MS } = scenarioOf(catalogue, "batching");
  const recording = new Recording(
    catalogue,
    openingSpec(catalogue, "batching", "batching-written"),
  );
  recording.advanceTo(Number.POSITIVE_INFINITY);
  const peak = claimRunOf(recording).maxBuffered();
  expect(recording.history.stateAt(showsAtMs).waiting).toBe(peak);
});

/** What happens to the excess in a whole run: the source is slowed, elements are lost or pile up, or the stream fails. */
function becomesOf(spec: RunSpec): "slowed" | "lost" | "piled up" | "failed" {
  const recording = new Recording(catalogue, spec);
  recording.advanceTo(Number.POSITIVE_INFINITY);
  const run = claimRunOf(recording);
  const { made, done, lost } = run.countsAt(run.end().atMs);
  if (run.end().error !== undefined) return "failed";
  if (lost > 0) return "lost";
  return made > 2 * done ? "piled up" : "slowed";
}
