import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstWhere } from "../../src/trace/index.ts";

describe("firstWhere", () => {
  it("finds the same first place as a search from the front", () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2100), (length, from) => {
        const places = Array.from({ length }, (_, place) => place >= from);
        const first = places.indexOf(true);
        expect(firstWhere(length, (place) => places[place] === true)).toBe(
          first < 0 ? length : first,
        );
      }),
    );
  });

  it("does not call the predicate for an empty list", () => {
    expect(firstWhere(0, () => expect.fail("asked"))).toBe(0);
  });

  it("calls the predicate at most 31 times for two thousand million places", () => {
    let asked = 0;
    const found = firstWhere(2_000_000_000, (place) => {
      asked++;
      return place >= 1_234_567_890;
    });
    expect(found).toBe(1_234_567_890);
    expect(asked).toBeLessThanOrEqual(31);
  });
});
