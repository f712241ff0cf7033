import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAllowed } from "../../../../src/params/index.ts";
import { paramsOf } from "../../../../src/run/index.ts";
import {
  isStrategyId,
  channelStrategies as strategies,
  strategyOf,
} from "../../../../src/systems/index.ts";
import { catalogue } from "../../../support/everything.ts";

const FOLDER = new URL("../../../../src/systems/kotlin/strategies/plain/", import.meta.url);

test("every file of the folder is one strategy of the registry, under the file's name", () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".ts"));
  const ids = strategies.filter(({ system }) => system.id === "kotlin").map(({ id }) => `${id}.ts`);
  expect(ids.toSorted()).toEqual(files.toSorted());
});

test("ids are unique, and need no escaping in a link", () => {
  const ids = strategies.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
});

test("an id finds its strategy; other texts are not ids", () => {
  for (const strategy of strategies) {
    expect(isStrategyId(strategy.id)).toBe(true);
    expect(strategyOf(catalogue, strategy.id)).toBe(strategy);
  }
  for (const text of ["", "Bounded", "toString", "bounded "])
    expect(isStrategyId(text)).toBe(false);
});

describe.each(strategies.map((strategy) => ({ id: strategy.id, strategy })))(
  "$id",
  ({ strategy }) => {
    const defaults = Object.fromEntries(
      strategy.params.map(({ key, default: value }) => [key, value]),
    );

    test("has all of its words in both languages", () => {
      const { name, summary, advice } = strategy;
      for (const words of [name, summary, advice]) {
        expect(words.ko.trim()).not.toBe("");
        expect(words.en.trim()).not.toBe("");
      }
    });

    test("is a source, a buffer as large as it promises, and workers", () => {
      const { stations } = strategy.topology({ ...defaults, latencyMs: 0, threads: 0 });
      expect(stations.map(({ kind }) => kind)).toEqual(["source", "buffer", "workers"]);
      expect(stations[1]).toMatchObject({ capacity: strategy.guarantees(defaults).maxBuffered });
    });

    test("promises nothing that contradicts itself", () => {
      const { lossless, keeps, producerWaits, maxBuffered } = strategy.guarantees(defaults);
      expect(keeps === "all").toBe(lossless);
      // A strategy that neither waits nor loses anything needs unlimited room.
      if (lossless && !producerWaits) expect(maxBuffered).toBe(Number.POSITIVE_INFINITY);
    });

    test("the defaults of its settings are allowed", () => {
      for (const param of paramsOf(strategy)) expect(isAllowed(param, param.default)).toBe(true);
    });
  },
);
