import { describe, expect, it } from "vitest";
import { Landing } from "../../../src/views/pipeline/landing.ts";
import { sceneAt } from "../../../src/views/pipeline/scene.ts";
import type { Token } from "../../../src/views/pipeline/shape.ts";
import { specOf } from "../../support/runs.ts";
import { inputAtMs, recordingOf } from "./moments.ts";

describe("landing", () => {
  it("a picture that is opened, or jumped in, has landed", () => {
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

  it("while it plays elements fly, and they land when it is paused", () => {
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

describe("a landed picture", () => {
  it("shows every element once, and as many in the buffer as the counters say", () => {
    const recording = recordingOf(specOf());
    for (let timeMs = 0; timeMs <= 6_000; timeMs += 70) {
      const input = inputAtMs(recording, timeMs);
      const scene = sceneAt({ ...input, landedRows: input.rows });
      const state = recording.history.stateAtRow(input.rows);
      const tokens = scene.filter((shape): shape is Token => shape.type === "token");
      const numbered = tokens.flatMap(({ label }) => (label === "" ? [] : [Number(label)]));
      expect(numbered).toEqual([...state.buffer.toArray(), ...state.waiting]);
    }
  });
});
