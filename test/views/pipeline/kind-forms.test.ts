/** Eight kinds of elements, the most that a setting allows, each look different. */
import { expect, it } from "vitest";
import { FORMS, formOf } from "../../../src/views/pipeline/gates/kind-forms.ts";
import { fitting } from "../../../src/views/pipeline/gates/text-at.ts";

it("has an outline of its own for each of eight kinds", () => {
  expect(FORMS).toBe(8);
  const outlines = Array.from({ length: FORMS }, (_, kind) => formOf(kind, 20));
  expect(new Set(outlines).size).toBe(FORMS);
  for (const outline of outlines) expect(outline).not.toContain("NaN");
});

it("shortens a name to its last word, then to the end of that", () => {
  expect(fitting("sensor TEMP_02", 200)).toBe("sensor TEMP_02");
  expect(fitting("sensor TEMP_02", 60)).toBe("TEMP_02");
  expect(fitting("sensor TEMP_02", 20)).toBe("02");
});
