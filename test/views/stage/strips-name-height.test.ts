/** The name of a capacity's line in rooms of every height: inside of the field, and crossed by no threshold if it can be. */
import { expect, test } from "vitest";
import { nameHeight } from "../../../src/views/stage/strips/curves/name-height.ts";

/** As high as capital letters are, and as far as a comma reaches down, in sizes of the text. */
const CAPITALS = 0.72;
const COMMA = 0.2;

/** A capacity of 8 on an axis up to 10, with its alert at 80 %. */
const linesIn = (height: number) => [height * 0.2, height * 0.36] as const;

test("of capacity 8 with an alert at 80 %, whatever height the strip has", () => {
  for (const text of [11, 13, 16, 28]) {
    // Beneath five and a half sizes of the text there is room neither above the line nor between the two.
    for (let height = 5.5 * text; height < 400; height++) {
      const [line, threshold] = linesIn(height);
      const y = nameHeight(line, [threshold], text);
      expect(y - CAPITALS * text).toBeGreaterThanOrEqual(0);
      const isCrossed = threshold > y - CAPITALS * text && threshold < y + COMMA * text;
      expect(isCrossed, `${height} px, text of ${text} px`).toBe(false);
    }
  }
});

test("without a threshold it stands above its line, or below where the field ends", () => {
  expect(nameHeight(40, [], 10)).toBe(36);
  expect(nameHeight(5, [], 10)).toBe(15);
});

test("a threshold above its line leaves it below, and one below leaves it above", () => {
  expect(nameHeight(40, [33], 10)).toBe(50);
  expect(nameHeight(40, [46], 10)).toBe(36);
});

test("a name that is crossed at every height stands below its line", () => {
  expect(nameHeight(5, [12], 10)).toBe(15);
});
