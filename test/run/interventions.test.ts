import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Intervention } from "../../src/params/index.ts";
import { Recording, type RunSpec, valuesAt } from "../../src/run/index.ts";
import { RowKind, type Trace } from "../../src/trace/index.ts";
import { catalogue } from "../support/everything.ts";
import { flat } from "../support/flat-state.ts";
import { anyRun } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { fingerprint, recorded, specOf } from "../support/runs.ts";

function times(trace: Trace, kind: RowKind): number[] {
  const found: number[] = [];
  for (let row = 0; row < trace.length; row++) {
    if (trace.kindAt(row) === kind) found.push(trace.timeAt(row));
  }
  return found;
}

/** The rows before `timeMs`, or at it too, as text. */
function rowsUpTo(trace: Trace, timeMs: number, included: boolean): string[] {
  const rows: string[] = [];
  for (let row = 0; row < trace.length; row++) {
    const at = trace.timeAt(row);
    if (at > timeMs || (at === timeMs && !included)) break;
    rows.push(
      [at, trace.kindAt(row), trace.stationAt(row), trace.whoAt(row)].join() +
        [trace.elementAt(row), trace.detailAt(row)].join(),
    );
  }
  return rows;
}

const at = (atMs: number, key: string, value: number | string): Intervention => ({
  atMs,
  key,
  value,
});

describe("a rate", () => {
  test("changes from its time on: the pause that runs is not cut short", () => {
    const { trace } = recorded({
      strategy: "unlimited",
      values: { producerDelayMs: 100, durationS: 1 },
      interventions: [at(250, "producerDelayMs", 300)],
    });
    expect(times(trace, RowKind.MADE)).toEqual([0, 100, 200, 300, 600, 900]);
  });

  test("of the consumer holds for the next element taken", () => {
    const { trace } = recorded({
      strategy: "unlimited",
      values: { producerDelayMs: 10, consumerDelayMs: 300, durationS: 1 },
      interventions: [at(100, "consumerDelayMs", 100)],
    });
    expect(times(trace, RowKind.DONE).slice(0, 4)).toEqual([300, 400, 500, 600]);
  });

  test("at 0 ms holds after what happens at 0 ms", () => {
    const { trace } = recorded({
      strategy: "unlimited",
      values: { producerDelayMs: 100, durationS: 1 },
      interventions: [at(0, "producerDelayMs", 400)],
    });
    expect(times(trace, RowKind.MADE)).toEqual([0, 100, 500, 900]);
  });

  test("at the very end, or after it, changes nothing", () => {
    const values = { durationS: 2 };
    const plain = recorded({ values });
    for (const atMs of [2_000, 2_500, 1e9, Number.POSITIVE_INFINITY]) {
      const run = recorded({ values, interventions: [at(atMs, "producerDelayMs", 1)] });
      expect(fingerprint(run)).toEqual(fingerprint(plain));
      expect(run.end).toEqual(plain.end);
    }
  });
});

test("before an intervention, and at its time, the run is the same without it", () => {
  fc.assert(
    fc.property(anyRun, (spec) => {
      const { trace } = recorded(spec);
      const plain = recorded({ ...spec, interventions: [] }).trace;
      const firstMs = spec.interventions[0]?.atMs ?? Number.POSITIVE_INFINITY;
      expect(rowsUpTo(trace, firstMs, false)).toEqual(rowsUpTo(plain, firstMs, false));
      const rowsAt = rowsUpTo(plain, firstMs, true);
      expect(rowsUpTo(trace, firstMs, true).slice(0, rowsAt.length)).toEqual(rowsAt);
    }),
  );
});

describe("workers", () => {
  const values = { producerDelayMs: 10, consumerDelayMs: 100, capacity: 50, durationS: 4 };
  const busyAt = (run: Recording, timeMs: number) =>
    flat(run.history.stateAt(timeMs)).workers.filter(({ hand }) => hand.length > 0).length;

  test("raised: the new ones take elements at once", () => {
    const run = recorded({ values, interventions: [at(1_050, "workers", 4)] });
    expect(busyAt(run, 1_049)).toBe(1);
    expect(busyAt(run, 1_051)).toBe(4);
    expect(busyAt(run, 3_000)).toBe(4);
  });

  test("lowered: they finish what they have in hand, and take nothing more", () => {
    const run = recorded({
      values: { ...values, workers: 4 },
      interventions: [at(1_050, "workers", 1)],
    });
    expect(busyAt(run, 1_051)).toBe(4);
    expect(busyAt(run, 1_200)).toBe(1);
    const before = flat(run.history.stateAt(1_049)).workers.flatMap(({ hand }) => hand);
    for (const element of before) {
      const { trace } = run;
      const kinds: RowKind[] = [];
      for (let row = 0; row < trace.length; row++) {
        if (trace.elementAt(row) === element) kinds.push(trace.kindAt(row));
      }
      expect(kinds).toContain(RowKind.DONE);
    }
    const activities = flat(run.history.stateAt(3_000)).workers.map(({ activity }) => activity);
    expect(activities).toEqual(["busy", "ended", "ended", "ended"]);
  });

  test("lowered while they wait for elements: they leave at once", () => {
    const run = recorded({
      values: { producerDelayMs: 1_000, consumerDelayMs: 10, workers: 3, durationS: 10 },
      interventions: [at(4_500, "workers", 1)],
    });
    const { workers } = flat(run.history.stateAt(4_501));
    expect(workers.map(({ activity }) => activity)).toEqual(["ready", "cancelled", "cancelled"]);
    expect(flat(run.history.stateAt(10_000)).received).toBe(11);
  });

  test("lowered and raised while they work: as if nothing had been", () => {
    const spec = { values: { ...values, workers: 3 } };
    const touched = recorded({
      ...spec,
      interventions: [at(1_011, "workers", 1), at(1_019, "workers", 3)],
    });
    expect(fingerprint(touched)).toEqual(fingerprint(recorded(spec)));
  });

  test("lowered and raised at one instant: there are as many as before", () => {
    const spec = { values: { producerDelayMs: 300, consumerDelayMs: 1_000, workers: 4 } };
    const touched = recorded({
      ...spec,
      interventions: [at(50, "workers", 1), at(50, "workers", 4)],
    });
    expect(busyAt(touched, 30_000)).toBe(busyAt(recorded(spec), 30_000));
    expect(busyAt(touched, 30_000)).toBeGreaterThan(2);
  });

  test("whatever is done to them, no element in hand is lost", () => {
    const anyChanges = fc.array(
      fc.record({
        atMs: fc.integer({ min: 0, max: 2_000 }),
        key: fc.constant("workers"),
        value: fc.integer({ min: 1, max: 8 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyRun, anyChanges, (spec, changes) => {
        const interventions = changes.sort((a, b) => a.atMs - b.atMs);
        const values = { ...spec.values, durationS: 60 };
        const { history, end, lastMs } = recorded({ ...spec, values, interventions });
        expect(end?.reason).toBe("completed");
        const { made, received, done, lost, lostBy } = history.stateAt(lastMs);
        expect(done).toBe(received);
        expect(received + lost).toBe(made);
        // Nothing was lost on its way to a worker.
        expect(lostBy.undelivered).toBe(0);
      }),
    );
  });
});

test("structural and unknown settings, and times that are none, are no interventions", () => {
  const plain = fingerprint(recorded());
  const ignored = [
    at(100, "capacity", 1),
    at(100, "durationS", 1),
    at(100, "arrivals", "poisson"),
    at(100, "nonsense", 5),
    at(100, "__proto__", 5),
    at(Number.NaN, "producerDelayMs", 1),
    at(-5, "producerDelayMs", 1),
    at(Number.NEGATIVE_INFINITY, "producerDelayMs", 1),
  ];
  const run = recorded({ interventions: ignored });
  expect(fingerprint(run)).toEqual(plain);
  expect(valuesAt(catalogue, run.spec, 60_000)).toEqual(valuesAt(catalogue, specOf(), 0));
});

test("values of interventions are clamped, and their order is that of their times", () => {
  const hostile = { interventions: [at(200, "workers", 99), at(100, "producerDelayMs", -7)] };
  const tame = { interventions: [at(100, "producerDelayMs", 0), at(200, "workers", 8)] };
  const values = { count: 500 };
  expect(fingerprint(recorded({ values, ...hostile }))).toEqual(
    fingerprint(recorded({ values, ...tame })),
  );
});

test("one that comes after the end of a completed run leaves no trace of itself", () => {
  const values = { count: 5 };
  const plain = recorded({ values });
  const run = new Recording(
    catalogue,
    specOf({ values, interventions: [at(30_000, "workers", 8)] }),
  );
  for (const timeMs of [1_000, 10_000, 30_000, 40_000, 60_000]) run.advanceTo(timeMs);
  expect(run.end).toEqual(plain.end);
  expect(fingerprint(run)).toEqual(fingerprint(plain));
});

describe("valuesAt", () => {
  test("what holds at a time, and after it", () => {
    const spec = specOf({
      values: { producerDelayMs: 50 },
      interventions: [at(1_000, "producerDelayMs", 70), at(2_000, "workers", 3)],
    });
    const told = (timeMs: number) => {
      const { producerDelayMs, workers, consumerDelayMs } = valuesAt(catalogue, spec, timeMs);
      return [producerDelayMs, workers, consumerDelayMs];
    };
    expect(told(0)).toEqual([50, 1, 300]);
    expect(told(999.9)).toEqual([50, 1, 300]);
    expect(told(1_000)).toEqual([70, 1, 300]);
    expect(told(60_000)).toEqual([70, 3, 300]);
  });
});

describe("going on with another spec", () => {
  const spec = specOf({ interventions: [at(1_000, "workers", 2), at(5_000, "workers", 4)] });
  const with5000 = (interventions: readonly Intervention[]): RunSpec => ({
    ...spec,
    interventions: [at(1_000, "workers", 2), ...interventions],
  });

  test("what is still to come can change: the trace is that of the other spec", () => {
    fc.assert(
      fc.property(
        // The change at 5,000 ms must still be to come.
        fc.integer({ min: 1_001, max: 4_999 }),
        fc.integer({ min: 0, max: 9_000 }),
        fc.integer({ min: 1, max: 8 }),
        (reachedMs, laterMs, workers) => {
          const recording = new Recording(catalogue, spec);
          recording.advanceTo(reachedMs);
          const other = with5000([at(reachedMs + laterMs, "workers", workers)]);
          expect(recording.continueWith(other)).toBe(true);
          recording.advanceTo(Number.POSITIVE_INFINITY);
          expect(recording.spec).toBe(other);
          expect(fingerprint(recording)).toEqual(fingerprint(recorded(other)));
        },
      ),
      { numRuns: rounds(30) },
    );
  });

  test("it tells the settings of the spec that it goes on with", () => {
    const recording = new Recording(catalogue, spec);
    expect(recording.strategy.id).toBe(spec.strategy);
    recording.advanceTo(2_000);
    recording.continueWith(with5000([at(5_000, "workers", 6)]));
    const workers = [4_999, 5_000].map((timeMs) => recording.valuesAt(timeMs)["workers"]);
    expect([recording.startValues["workers"], ...workers]).toEqual([1, 2, 6]);
  });

  test("a further one at the very time that is recorded is still to come", () => {
    const before = with5000([]);
    for (const other of [spec, with5000([at(5_000, "workers", 1)])]) {
      const recording = new Recording(catalogue, before);
      recording.advanceTo(5_000);
      expect(recording.continueWith(other)).toBe(true);
      recording.advanceTo(Number.POSITIVE_INFINITY);
      expect(fingerprint(recording)).toBe(fingerprint(recorded(other)));
    }
  });

  test("what it brings about at its time is there as soon as that time is recorded", () => {
    const raised = with5000([at(5_000, "workers", 3)]);
    const exactly = new Recording(catalogue, raised);
    exactly.advanceTo(5_000);
    const beyond = new Recording(catalogue, raised);
    beyond.advanceTo(5_700);
    expect(exactly.trace.length).toBe(beyond.trace.rowsUntil(5_000));
    exactly.advanceTo(5_700);
    expect(fingerprint(exactly)).toBe(fingerprint(beyond));
  });

  test("what is past can't: another recording is needed", () => {
    const recording = new Recording(catalogue, spec);
    recording.advanceTo(5_001);
    expect(recording.continueWith(with5000([]))).toBe(false);
    expect(recording.continueWith({ ...spec, seed: 7 })).toBe(false);
    expect(recording.continueWith({ ...spec, values: { capacity: 3 } })).toBe(false);
    expect(recording.continueWith({ ...spec, strategy: "unlimited" })).toBe(false);
    expect(recording.spec).toBe(spec);
    recording.advanceTo(Number.POSITIVE_INFINITY);
    expect(fingerprint(recording)).toEqual(fingerprint(recorded(spec)));
    expect(recording.continueWith(spec)).toBe(false);
  });
});
