import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/i18n/index.ts";
import { LESSON_PLANS, scenarios } from "../../src/scenarios/index.ts";

const order = scenarios.map(({ id }) => id);

describe.each(order)("the plan of %s", (id) => {
  const { goal, minutes, after, learned } = LESSON_PLANS[id];

  test("builds on an earlier lesson", () => {
    if (after === undefined) return expect(id).toBe(order[0]);
    expect(order.indexOf(after)).toBeLessThan(order.indexOf(id));
  });

  test.each(LANGUAGES)(
    "fits into an hour and says in two sentences what was learned, in %s",
    (language) => {
      expect(minutes).toBeGreaterThanOrEqual(3);
      expect(minutes).toBeLessThanOrEqual(15);
      expect(goal[language]).not.toMatch(/[.!]$/);
      const sentences = learned[language].match(/[^.]+[.](?=\s|$)/g) ?? [];
      expect(sentences.length).toBe(2);
    },
  );
});
