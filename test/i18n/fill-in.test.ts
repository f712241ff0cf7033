import { expect, test } from "vitest";
import { fillIn, LANGUAGES } from "../../src/i18n/index.ts";

test("values go into their places; a place without a value stays", () => {
  expect(fillIn("{a} of {b}, {a} again, {c}", { a: 1, b: "two" })).toBe("1 of two, 1 again, {c}");
  expect(fillIn("0 is a value: {n}", { n: 0 })).toBe("0 is a value: 0");
  expect(fillIn("{ a } {} {{a}}", { a: 1 })).toBe("{ a } {} {1}");
});

test("a value is inserted as text, not read as another place or pattern", () => {
  expect(fillIn("{a}", { a: "{b} $& $1", b: "never" })).toBe("{b} $& $1");
});

test("the page speaks Korean and English", () => {
  expect(LANGUAGES).toEqual(["ko", "en"]);
});
