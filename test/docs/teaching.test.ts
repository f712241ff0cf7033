import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadSequel } from "../../src/scenarios/index.ts";
import { allScenarios } from "../support/everything.ts";
import { teachingPlan } from "./teaching-plan.ts";

const sequels = await Promise.all(allScenarios.map(({ id }) => loadSequel(id)));

const FILE = new URL("../../docs/teaching.md", import.meta.url);

test("docs/teaching.md matches the lessons (UPDATE=docs rewrites it)", () => {
  const plan = teachingPlan(allScenarios, sequels);
  if (process.env["UPDATE"] === "docs") writeFileSync(FILE, plan);
  expect(readFileSync(FILE, "utf8")).toBe(plan);
});
