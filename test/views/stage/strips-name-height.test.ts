/** Where the name of a capacity's line goes, for strips of every height: inside the field and, if possible, not crossed by a threshold. */
import { expect, test } from "vitest";
import { nameHeight } from "../../../src/views/stage/strips/curves/name-height.ts";

/** The height of capital letters and the depth of a comma, in multiples of the text's size. */
const CAPITALS = 0.72;
const COMMA = 0.2;

/** A capacity of 8 on an axis up to 10, with its alert at 80 %. */
const linesIn = (height: number) => [height * 0.2, height * 0.36] as const;

test("of capacity 8 with an alert at 80 %, whatever height the strip has", () => {
  for (const text of [11, 13, 16, 28]) {
    // Below 5.5 times the text's size there is no room above the line or between the two.
    for (let height = 5.5 * text; height < 400; height++) {
      const [line, threshold] = linesIn(height);
      const y = nameHeight(line, [threshold], text);
      expect(y - CAPITALS * text).toBeGreaterThanOrEqual(0);
      const isCrossed = threshold > y - CAPITALS * text && threshold < y + COMMA * text;
      expect(isCrossed, `${height} px, text of ${text} px`).toBe(false);
    }
  }
});

test("without a threshold, it is above its line, or below if the field ends there", () => {
  expect(nameHeight(40, [], 10)).toBe(36);
  expect(nameHeight(5, [], 10)).toBe(15);
});

test("a threshold above its line puts it below, and one below puts it above", () => {
  expect(nameHeight(40, [33], 10)).toBe(50);
  expect(nameHeight(40, [46], 10)).toBe(36);
});

test("a name that would be crossed anywhere is below its line", () => {
  expect(nameHeight(5, [12], 10)).toBe(15);
});
