import fc from "fast-check";
import { expect, test } from "vitest";
import { plainNumber } from "../../src/params/index.ts";

test.each([
  ["12", "12"],
  ["１２", "12"],
  ["1,500", "1500"],
  ["１，５００", "1500"],
  ["1\u00a0500", "1500"],
  ["1\u202f500\u202f000", "1500000"],
  ["12_345_678", "12345678"],
  ["1,500.5", "1500.5"],
  ["−5", "-5"],
  ["－５", "-5"],
  ["\u3000７\u3000", "7"],
])("%s is %s", (typed, plain) => {
  expect(plainNumber(typed)).toBe(plain);
});

test.each(["", "1,50", "1,5", "1500,000", "1,500 000", "1,500,", "abc", "1.500,5"])(
  "%s stays what it is",
  (typed) => {
    expect(plainNumber(typed)).toBe(typed);
  },
);

test("a number formatted in the page's languages is read back", () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom("ko-KR", "en-US"), (value, locale) => {
      expect(plainNumber(value.toLocaleString(locale))).toBe(String(value));
    }),
  );
});
