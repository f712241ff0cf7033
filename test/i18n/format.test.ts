/** Rounding never shows an extreme that was not reached. */
import { expect, test } from "vitest";
import { formatPercent, formatRate } from "../../src/i18n/index.ts";

test.each([
  [0, "0.0"],
  [0.000_4, "0.0004"],
  [1000 / 59_999, "0.02"],
  [0.099, "0.1"],
  [10 / 3, "3.3"],
  [99.94, "99.9"],
  [99.96, "100"],
  [1_000, "1,000"],
  [Number.NaN, "–"],
])("a rate of %d a second reads %s", (perSec, text) => {
  expect(formatRate(perSec, "en")).toBe(text);
  expect(formatRate(perSec, "ko")).toBe(text);
});

test.each([
  [99.9, "99.9"],
  [99.96, "99.96"],
  [99.99, "99.99"],
  [99.998_333, "99.998"],
  [99.999_99, "99.999"],
  [100, "100"],
  [0.004, "0.004"],
])("%d percent reads %s", (percent, text) => {
  expect(formatPercent(percent, "en")).toBe(text);
});
