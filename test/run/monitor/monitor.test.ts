/** The figures of a monitor are those of a plain count, for any run, at any time, however it was recorded. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ActorState,
  capacityOf,
  figuresAt,
  monitorOf,
  Recording,
} from "../../../src/run/index.ts";
import { Labour } from "../../../src/run/monitor/labour.ts";
import { catalogue } from "../../support/everything.ts";
import {
  naiveDepth,
  naiveMs,
  naivePercentiles,
  naiveRun,
  naiveStep,
} from "../../support/naive-monitor.ts";
import { anyRun } from "../../support/random-specs.ts";
import { rounds } from "../../support/rounds.ts";
import { recorded, specOf } from "../../support/runs.ts";

const STEPS = 1200;
const anyStep = fc.integer({ min: 0, max: STEPS - 1 });

/** Steps of a run that are over at its end. */
const stepsOf = ({ lastMs, durationMs }: Recording) =>
  Math.min(STEPS, naiveStep(lastMs, durationMs) + 1);

describe("by the end of a step", () => {
  test("waits are those of all that were received, in the window and so far", () => {
    fc.assert(
      fc.property(anyRun, fc.array(anyStep, { minLength: 8, maxLength: 8 }), (spec, wanted) => {
        const recording = recorded(spec);
        const { durationMs } = recording;
        const monitor = monitorOf(recording);
        const { waits, waiting } = naiveRun(recording);
        const steps = waits.map(({ timeMs }) => Math.min(STEPS - 1, naiveStep(timeMs, durationMs)));
        // Where an element leaves the window the numbers are most easily wrong by one.
        const leaving = steps.filter((_, index) => index % 9 === 0);
        const edges = leaving.flatMap((step) =>
          [-1, 0].map((by) => step + monitor.windowSteps + by),
        );
        for (const step of [...wanted, ...edges].filter((each) => each < stepsOf(recording))) {
          const between = (after: number, until: number) =>
            waits.flatMap(({ waitMs }, index) => {
              const own = steps[index] as number;
              return own > after && own <= until ? [waitMs] : [];
            });
          expect(monitor.waitsUntil(step)).toEqual(naivePercentiles(between(-1, step)));
          // Where none was received but some wait, those of the last step in which one was hold.
          const isWaiting = (at: number) =>
            waiting.some(
              ({ fromMs, toMs }) =>
                Math.min(STEPS - 1, naiveStep(fromMs, durationMs)) <= at &&
                (toMs === Number.POSITIVE_INFINITY ||
                  Math.min(STEPS - 1, naiveStep(toMs, durationMs)) > at),
            );
          let at = step;
          let recent = between(at - monitor.windowSteps, at);
          while (recent.length === 0 && at >= 0 && isWaiting(at)) {
            at--;
            recent = between(at - monitor.windowSteps, at);
          }
          expect(monitor.waitsBefore(step)).toEqual(naivePercentiles(recent));
        }
      }),
      { numRuns: rounds(60) },
    );
  });

  test("depth and loss are the highest of each moment in it", () => {
    fc.assert(
      fc.property(anyRun, (spec) => {
        const recording = recorded(spec);
        const { durationMs } = recording;
        const monitor = monitorOf(recording);
        const { moments } = naiveRun(recording);
        const stepOfRow = moments.map(({ timeMs, rows }) =>
          rows === 0 ? -1 : Math.min(STEPS - 1, naiveStep(timeMs, durationMs)),
        );
        const last = (step: number) => stepOfRow.findLastIndex((own) => own <= step);
        for (let step = 0; step < stepsOf(recording); step += 7) {
          const during = moments.slice(last(step - 1), last(step) + 1);
          const before = moments[Math.max(0, last(step - monitor.windowSteps))];
          const losses = during.map(({ lost, made }) => {
            const gone = lost - (before?.lost ?? 0);
            const since = made - (before?.made ?? 0);
            return gone === 0 ? 0 : Math.min(100, (100 * gone) / since);
          });
          expect(monitor.lossPercent(step)).toBe(Math.max(...losses));
          const depths = (unit: "percent" | "elements") =>
            Math.max(...during.map((moment) => naiveDepth(moment, unit)));
          expect(monitor.filledPercent(step)).toBe(depths("percent"));
          expect(monitor.unboundedDepth(step)).toBe(depths("elements"));
        }
      }),
      { numRuns: rounds(60) },
    );
  });

  test("utilisation is the time worked of the time that workers were there", () => {
    fc.assert(
      fc.property(anyRun, anyStep, anyStep, (spec, one, other) => {
        const recording = recorded(spec);
        const monitor = monitorOf(recording);
        const { present, worked } = naiveRun(recording);
        const end = stepsOf(recording) - 1;
        const [after, until] = [Math.min(one, other, end) - 1, Math.min(end, Math.max(one, other))];
        const endMs = (step: number) =>
          Math.min(recording.lastMs, ((step + 1) * recording.durationMs) / STEPS);
        const there = naiveMs(present, endMs(after), endMs(until));
        const share = (100 * naiveMs(worked, endMs(after), endMs(until))) / there;
        if (there < 1e-6) expect(monitor.utilisation(after, until)).toBeNaN();
        else expect(monitor.utilisation(after, until)).toBeCloseTo(share, 6);
      }),
      { numRuns: rounds(100) },
    );
  });
});

test("a worker works only with something in hand, and until that is finished", () => {
  const labour = new Labour();
  const starts = [0, 40];
  const at = (timeMs: number, who: number, activity: ActorState["activity"], hand: number[]) => {
    labour.moveTo(timeMs, starts);
    const actor = { role: "worker", index: who - 1, station: 2 } as const;
    const times = { sinceMs: timeMs, untilMs: timeMs, heldAt: -1, finished: 0 };
    const calls = { calling: -1, isDue: false };
    labour.turned({ actor, who, activity, hand, ...times, ...calls });
  };
  at(0, 1, "busy", []);
  at(10, 1, "ready", [7]);
  at(20, 1, "busy", [7]);
  at(50, 1, "ready", []);
  at(60, 2, "ready", [8]);
  at(60, 2, "busy", [8]);
  at(75, 2, "cancelled", [8]);
  labour.moveTo(100, starts);
  expect(labour.workedMs).toBe(30 + 15);
  expect(labour.presentMs).toBe(100 + 35);
});

describe("figures at a time", () => {
  test("are the same whether the run was recorded at once, bit by bit, or as far as that only", () => {
    fc.assert(
      fc.property(anyRun, fc.array(fc.integer({ min: 0, max: 3100 })), (spec, times) => {
        const whole = recorded(spec);
        const growing = new Recording(catalogue, spec);
        for (const timeMs of times.toSorted((a, b) => a - b)) {
          const at = Math.min(timeMs, whole.lastMs);
          growing.advanceTo(at);
          const figures = figuresAt(growing, at);
          expect(figures).toEqual(figuresAt(whole, at));
          const { counts, depth, capacity } = figures;
          const state = whole.history.stateAt(at);
          const { made, received, done, lost, lostBy } = state;
          expect(counts).toEqual({ made, received, done, lost, ...lostBy });
          expect(depth).toBe(state.waiting);
          const places = capacityOf(state);
          expect(capacity).toBe(places === Number.POSITIVE_INFINITY ? null : places);
        }
      }),
      { numRuns: rounds(60) },
    );
  });

  test("a change made where the run stands counts from there on", () => {
    const spec = specOf({ values: { durationS: 5 } });
    const recording = new Recording(catalogue, spec);
    recording.advanceTo(2_500);
    const before = figuresAt(recording, 2_500);
    const changed = {
      ...spec,
      interventions: [{ atMs: 2_500, key: "workers", value: 4 }],
    };
    expect(recording.continueWith(changed)).toBe(true);
    recording.advanceTo(5_000);
    expect(figuresAt(recording, 5_000)).toEqual(figuresAt(recorded(changed), 5_000));
    expect(before.recent.utilisation).toBe(100);
  });

  test("of the first scenario are what anybody can work out", () => {
    // Made every 100 ms, worked on for 300 ms; from the ninth on the buffer of 8 is full.
    const recording = recorded();
    const { recent, soFar, counts, depth, capacity } = figuresAt(recording, 60_000);
    expect(monitorOf(recording).windowMs).toBe(2_000);
    expect(recent.donePerSec).toBeCloseTo(10 / 3, 6);
    expect(recent).toMatchObject({ lossPercent: 0, lostPerSec: 0, utilisation: 100 });
    // Each waits in its send until one leaves, and then for the eight before it.
    expect(recent.waits).toEqual({ p50: 2_600, p95: 2_600, p99: 2_600 });
    expect(soFar.waits.p99).toBe(2_600);
    expect({ depth, capacity, lost: counts.lost }).toEqual({ depth: 8, capacity: 8, lost: 0 });
  });

  test("the last waits hold while elements wait and none is received; then there are none", () => {
    const slow = { consumerDelayMs: 5_000, durationS: 60 };
    // Received at 0 and at 5,000 ms, the second one made at 100 ms; the window is 2 s long.
    const waiting = recorded({ strategy: "unlimited", values: slow });
    expect(figuresAt(waiting, 9_000).recent.waits).toEqual({ p50: 4_900, p95: 4_900, p99: 4_900 });
    expect(figuresAt(waiting, 9_000).recent.receivedPerSec).toBeCloseTo(0.2, 6);
    const alone = recorded({ strategy: "unlimited", values: { ...slow, count: 2 } });
    expect(figuresAt(alone, 6_000).recent.waits.p99).toBe(4_900);
    expect(figuresAt(alone, 9_000).recent.waits.p99).toBeNaN();
    expect(figuresAt(alone, 9_000).soFar.waits.p99).toBe(4_900);
  });

  test("before anything happened there is nothing to tell", () => {
    const { recent, soFar, counts } = figuresAt(new Recording(catalogue, specOf()), 0);
    expect(counts.made).toBe(0);
    expect(recent).toMatchObject({ madePerSec: Number.NaN, lossPercent: 0 });
    for (const value of [
      recent.utilisation,
      soFar.utilisation,
      recent.waits.p50,
      soFar.waits.p99,
    ]) {
      expect(value).toBeNaN();
    }
  });
});
