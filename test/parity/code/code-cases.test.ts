/** The programs that are compared, for all systems alike. */
import { describe, expect, test } from "vitest";
import { isAllowed } from "../../../src/params/index.ts";
import { paramsOf } from "../../../src/run/index.ts";
import { strategyOf } from "../../../src/systems/index.ts";
import { allScenarios, allStrategies, catalogue } from "../../support/everything.ts";
import { type CaseSet, playCases } from "./code-cases.ts";
import { kotlinCases } from "./kotlin/cases.ts";
import { nodeCases } from "./node/cases.ts";
import { pekkoCases } from "./pekko/cases.ts";
import { reactiveCases } from "./reactive/cases.ts";

const OPTIONS = { seed: 1, cases: 0, only: "", keep: "" };

const SETS: readonly (readonly [name: string, set: CaseSet])[] = [
  ["kotlin", kotlinCases],
  ["node", nodeCases],
  ["pekko", pekkoCases],
  ["reactive", reactiveCases],
];

function casesOf(set: CaseSet, options: Partial<typeof OPTIONS> = {}) {
  return playCases(set, { ...OPTIONS, ...options }, () => true).map((played) => played.parityCase);
}

test("every strategy is compared by one of the checks", () => {
  const ids = SETS.flatMap(([, { strategies }]) => strategies.map(({ id }) => id));
  expect(ids.toSorted()).toEqual(allStrategies.map(({ id }) => id).toSorted());
});

describe.each(SETS)("the cases of %s", (_name, set) => {
  const ids = set.strategies.map(({ id }) => id);
  const cases = casesOf(set);

  test("contain every scenario with every strategy that it offers, each under its own name", () => {
    const offered = allScenarios.flatMap(({ id, strategies }) =>
      strategies.filter((each) => ids.includes(each)).map((each) => `${id} ${each}`),
    );
    const names = cases.map(({ id }) => id);
    expect(names.slice(0, offered.length)).toEqual(offered);
    expect(new Set(names).size).toBe(names.length);
    for (const id of ids)
      expect(
        offered.some((name) => name.endsWith(` ${id}`)),
        id,
      ).toBe(true);
  });

  test("contain three random settings of each strategy, and more on request", () => {
    for (const id of ids) {
      const own = cases.filter(({ strategy }) => strategy === id);
      expect(own.filter((each) => each.id.startsWith("random"))).toHaveLength(3);
    }
    expect(casesOf(set, { cases: 1 })).toEqual(cases);
    expect(casesOf(set, { cases: cases.length + 7 })).toHaveLength(cases.length + 7);
  });

  test("have allowed settings", () => {
    // Kotlin's ties in time include a rendezvous channel, which the page does not offer for batches.
    for (const { strategy, values } of cases.filter(({ id }) => !id.includes("cap=0"))) {
      for (const param of paramsOf(strategyOf(catalogue, strategy))) {
        expect(isAllowed(param, values[param.key] as number), param.key).toBe(true);
      }
    }
  });

  test("are the same for the same seed, and different for another", () => {
    expect(casesOf(set)).toEqual(cases);
    expect(casesOf(set, { seed: 2 })).not.toEqual(cases);
  });

  test("can be picked by their names", () => {
    const only = ids[0] ?? "";
    const picked = casesOf(set, { only });
    expect(picked.length).toBeGreaterThan(3);
    expect(picked).toEqual(cases.filter(({ id }) => id.includes(only)));
  });

  test("replace random settings that never pause by others, and are never fewer", () => {
    const ends = ({ id }: { id: string }) => (id.startsWith("random 1 ") ? null : true);
    const names = playCases(set, OPTIONS, ends).map(({ parityCase: { id } }) => id);
    expect(names).toHaveLength(cases.length);
    for (const id of ids) expect(names).toContain(`random 4 ${id}`);
    expect(() => playCases(set, OPTIONS, () => null)).toThrow("never pauses");
  });
});

test.each(SETS.filter(([name]) => name !== "kotlin"))(
  "ties in time of %s cover every strategy, with each choice of a setting",
  (_name, set) => {
    for (const { id, params } of set.strategies) {
      const ties = set.fixed.filter((each) => each.id.startsWith(`tie ${id} `));
      expect(ties.length, id).toBeGreaterThan(0);
      for (const param of params) {
        if (param.kind !== "choice") continue;
        expect(new Set(ties.map(({ values }) => values[param.key]))).toEqual(
          new Set(param.choices.map(({ value }) => value)),
        );
      }
    }
  },
);
