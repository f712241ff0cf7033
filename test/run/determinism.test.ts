import fc from "fast-check";
import { expect, test } from "vitest";
import { Recording, seriesOf } from "../../src/run/index.ts";
import { catalogue } from "../support/everything.ts";
import { anyRun } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { fingerprint, recorded } from "../support/runs.ts";

test("the same spec gives the same trace, to the byte", () => {
  fc.assert(
    fc.property(anyRun, (spec) => {
      const again = structuredClone(spec);
      expect(fingerprint(recorded(again))).toEqual(fingerprint(recorded(spec)));
    }),
  );
});

test("it makes no difference in which steps a run is recorded, and what is asked in between", () => {
  fc.assert(
    fc.property(
      anyRun,
      fc.array(fc.double({ min: 0, max: 3000, noNaN: true }), { maxLength: 30 }),
      fc.array(fc.nat(3000), { maxLength: 5 }),
      (spec, steps, questions) => {
        const stepwise = new Recording(catalogue, spec);
        let timeMs = 0;
        for (const step of steps) {
          timeMs += step / 10;
          stepwise.advanceTo(timeMs);
          for (const question of questions) stepwise.history.stateAt(question);
        }
        stepwise.advanceTo(3_000);
        stepwise.advanceTo(Number.POSITIVE_INFINITY);
        const atOnce = recorded(spec);
        expect(fingerprint(stepwise)).toEqual(fingerprint(atOnce));
        expect(stepwise.end).toEqual(atOnce.end);
        expect(stepwise.history.marks).toEqual(atOnce.history.marks);
        const { durationMs } = atOnce;
        const axis = { toMs: durationMs, untilMs: durationMs, points: 170 };
        expect(seriesOf(stepwise.history, axis)).toEqual(seriesOf(atOnce.history, axis));
      },
    ),
  );
});

test("what is recorded stays: rows before the recorded time never change", () => {
  fc.assert(
    fc.property(anyRun, fc.nat(3000), fc.nat(3000), (spec, one, other) => {
      const [early, late] = [Math.min(one, other), Math.max(one, other)];
      const recording = new Recording(catalogue, spec);
      recording.advanceTo(early);
      const rows = recording.trace.rowsUntil(early);
      expect(rows).toBe(recording.trace.length);
      recording.advanceTo(late);
      const recordedLater = recording.trace.rowsUntil(early);
      // An intervention holds after everything at its time: what it sets off there comes after it.
      const intervened = spec.interventions.some(({ atMs }) => atMs === early);
      if (!intervened) expect(recordedLater).toBe(rows);
      else expect(recordedLater).toBeGreaterThanOrEqual(rows);
    }),
  );
});

test("time never goes back along the rows", () => {
  fc.assert(
    fc.property(anyRun, (spec) => {
      const { trace } = recorded(spec);
      for (let row = 1; row < trace.length; row++) {
        expect(trace.timeAt(row)).toBeGreaterThanOrEqual(trace.timeAt(row - 1));
      }
    }),
  );
});

test.each([{ arrivals: "poisson" }, { arrivals: "jitter" }, { service: "exponential" }])(
  "another seed gives another trace: %j",
  (values) => {
    const [one, two] = [1, 2].map((seed) => fingerprint(recorded({ values, seed })));
    expect(one).not.toEqual(two);
  },
);

test("without chance in it, a run is the same for every seed", () => {
  expect(fingerprint(recorded({ seed: 1 }))).toEqual(fingerprint(recorded({ seed: 2 })));
});

test("runs side by side do not touch each other", () => {
  fc.assert(
    fc.property(anyRun, anyRun, (one, other) => {
      const a = new Recording(catalogue, one);
      const b = new Recording(catalogue, other);
      for (let timeMs = 0; timeMs <= 3000; timeMs += 100) {
        a.advanceTo(timeMs);
        b.advanceTo(timeMs);
      }
      a.advanceTo(Number.POSITIVE_INFINITY);
      expect(fingerprint(a)).toEqual(fingerprint(recorded(one)));
    }),
    { numRuns: rounds(30) },
  );
});
