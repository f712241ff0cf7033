import { describe, expect, it } from "vitest";
import { Landing } from "../../../../src/views/stage/picture/landing.ts";

describe("landing", () => {
  it("everything has landed in a picture that is opened, or after a jump", () => {
    const landing = new Landing();
    expect(landing.arriveAt(500, false)).toBe("landed");
    expect(landing.landedRows).toBe(500);
    expect(landing.arriveAt(900, false)).toBe("landed");
    expect(landing.arriveAt(100, false)).toBe("landed");
    expect(landing.landedRows).toBe(100);
  });

  it("a step lets only its own event fly", () => {
    const landing = new Landing();
    landing.arriveAt(500, false);
    expect(landing.arriveAt(502, false)).toBe("landing");
    expect(landing.landedRows).toBe(500);
    landing.land();
    expect(landing.landedRows).toBe(502);
    expect(landing.arriveAt(500, false)).toBe("landed");
  });

  it("elements fly while it plays, and land when it is paused", () => {
    const landing = new Landing();
    landing.arriveAt(0, false);
    expect(landing.arriveAt(10, true)).toBe("flying");
    expect(landing.arriveAt(300, true)).toBe("flying");
    expect(landing.landedRows).toBe(0);
    expect(landing.arriveAt(300, false)).toBe("landing");
    landing.land();
    expect(landing.landedRows).toBe(300);
    expect(landing.arriveAt(320, true)).toBe("flying");
    expect(landing.landedRows).toBe(300);
  });
});
