import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allScenarios } from "../support/everything.ts";

const STRATEGIES = new URL("../../src/systems/", import.meta.url);

/** The catalogue and the registry take the only export of a file that is loaded later. */
describe("a file that is loaded later has only one export", () => {
  const strategies = readdirSync(STRATEGIES, { recursive: true, encoding: "utf8" }).filter(
    (path) => /\/strategies\//.test(path) && path.endsWith(".ts") && !path.endsWith("index.ts"),
  );

  test.each(strategies)("strategy %s", async (path) => {
    const values = Object.values(await import(new URL(path, STRATEGIES).href));
    expect(values).toHaveLength(1);
    expect(values[0]).toHaveProperty("topology");
  });

  test.each(allScenarios.map(({ id }) => id))("scenario %s", async (id) => {
    const file = new URL(`../../src/scenarios/${id}.ts`, import.meta.url).href;
    expect(Object.values(await import(file))).toEqual([expect.objectContaining({ id })]);
  });
});
