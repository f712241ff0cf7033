/** Alerts begin and end where a plain walk over the run has it; at any time only what was before it counts. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Alert,
  alertsOf,
  lastingAt,
  monitorOf,
  Recording,
  type Thresholds,
  thresholdParams,
  thresholdsOf,
} from "../../../src/run/index.ts";
import { catalogue } from "../../support/everything.ts";
import { flat } from "../../support/flat-state.ts";
import { naiveDepth, naiveRun, naiveStep } from "../../support/naive-monitor.ts";
import { anyRun } from "../../support/random-specs.ts";
import { rounds } from "../../support/rounds.ts";
import { recorded, specOf } from "../../support/runs.ts";

const STEPS = 1200;
const OFF = { depthPercent: 0, depthElements: 0, lossPercent: 0, waitMs: 0 } as const;

const anyThresholds: fc.Arbitrary<Thresholds> = fc.record({
  depthPercent: fc.constantFrom(0, 30, 50, 80, 99),
  depthElements: fc.constantFrom(0, 1, 5, 20),
  lossPercent: fc.constantFrom(0, 1, 10, 50),
  waitMs: fc.constantFrom(0, 1, 20, 100, 400),
});

/** The alerts of a whole run, found by asking each moment of each step. */
function naiveAlerts(recording: Recording, thresholds: Thresholds): Omit<Alert, "value">[] {
  const { durationMs, lastMs, trace } = recording;
  const { moments } = naiveRun(recording);
  const monitor = monitorOf(recording);
  const count = Math.min(STEPS, naiveStep(lastMs, durationMs) + 1);
  const stepOfRow = moments.map(({ timeMs, rows }) =>
    rows === 0 ? -1 : Math.min(STEPS - 1, naiveStep(timeMs, durationMs)),
  );
  const endMs = (step: number) => Math.min(lastMs, Math.ceil(((step + 1) * durationMs) / STEPS));
  const during = (step: number) => {
    const from = stepOfRow.findLastIndex((own) => own < step);
    const to = stepOfRow.findLastIndex((own) => own <= step);
    return moments.slice(from, to + 1).map((moment, index) => ({
      ...moment,
      // What holds at the start of a step holds from then on.
      timeMs: index === 0 ? (step === 0 ? 0 : endMs(step - 1)) : moment.timeMs,
    }));
  };
  type Moment = ReturnType<typeof during>[number];
  const found: Omit<Alert, "value">[] = [];
  const watch = (
    kind: Alert["kind"],
    unit: Alert["unit"],
    limit: number,
    firstOver: (step: number) => { fromMs: number; fromRow: number } | undefined,
  ) => {
    let begun: { fromMs: number; fromRow: number } | null = null;
    for (let step = 0; step < count && limit > 0; step++) {
      const over = firstOver(step);
      if (over !== undefined) begun ??= over;
      else if (begun !== null) {
        found.push({ kind, unit, limit, ...begun, toMs: endMs(step) });
        begun = null;
      }
    }
    if (begun !== null) found.push({ kind, unit, limit, ...begun, toMs: null });
  };
  const first = (step: number, isOver: (moment: Moment) => boolean) => {
    const moment = during(step).find(isOver);
    return moment && { fromMs: moment.timeMs, fromRow: moment.rows };
  };
  for (const unit of ["percent", "elements"] as const) {
    const limit = unit === "percent" ? thresholds.depthPercent : thresholds.depthElements;
    watch("depth", unit, limit, (step) => first(step, (at) => naiveDepth(at, unit) > limit));
  }
  watch("loss", "percent", thresholds.lossPercent, (step) => {
    const before = moments[stepOfRow.findLastIndex((own) => own <= step - monitor.windowSteps)];
    return first(step, ({ lost, made }) => {
      const gone = lost - (before?.lost ?? 0);
      return gone * 100 > thresholds.lossPercent * (made - (before?.made ?? 0));
    });
  });
  watch("wait", "ms", thresholds.waitMs, (step) =>
    monitor.waitsBefore(step).p99 > thresholds.waitMs
      ? { fromMs: endMs(step), fromRow: trace.rowsUntil(endMs(step)) }
      : undefined,
  );
  return found;
}

const inOrder = (alerts: readonly Omit<Alert, "value">[]) =>
  alerts
    .map(({ kind, unit, limit, fromMs, fromRow, toMs }) =>
      [kind, unit, limit, fromMs, fromRow, toMs].join(" "),
    )
    .sort();

describe("alerts", () => {
  test("are those of a plain walk over the run", () => {
    let seen = 0;
    fc.assert(
      fc.property(anyRun, anyThresholds, (spec, thresholds) => {
        const recording = recorded(spec);
        const alerts = alertsOf(recording, thresholds);
        seen += alerts.length;
        expect(inOrder(alerts)).toEqual(inOrder(naiveAlerts(recording, thresholds)));
        for (const [index, { value, limit, fromMs, toMs }] of alerts.entries()) {
          expect(value).toBeGreaterThan(limit);
          expect(toMs ?? Number.POSITIVE_INFINITY).toBeGreaterThan(fromMs);
          expect(fromMs).toBeGreaterThanOrEqual(alerts[index - 1]?.fromMs ?? 0);
        }
      }),
      { numRuns: rounds(60) },
    );
    expect(seen).toBeGreaterThan(5);
  });

  test("up to a time are the same, however far beyond it is recorded", () => {
    fc.assert(
      fc.property(
        anyRun,
        anyThresholds,
        fc.array(fc.integer({ min: 0, max: 3100 })),
        (spec, thresholds, times) => {
          const whole = recorded(spec);
          const growing = new Recording(catalogue, spec);
          // Just before and after each beginning, among others.
          const begins = alertsOf(whole, thresholds).flatMap(({ fromMs }) => [fromMs - 1, fromMs]);
          for (const timeMs of [...times, ...begins.slice(0, 40)].toSorted((a, b) => a - b)) {
            if (timeMs < 0) continue;
            const at = Math.min(timeMs, whole.lastMs);
            growing.advanceTo(at);
            expect(alertsOf(growing, thresholds, at)).toEqual(alertsOf(whole, thresholds, at));
            expect(alertsOf(growing, thresholds)).toEqual(alertsOf(growing, thresholds, at));
          }
        },
      ),
      { numRuns: rounds(60) },
    );
  });

  test("that are off are none", () => {
    fc.assert(
      fc.property(anyRun, (spec) => {
        expect(alertsOf(recorded(spec), OFF)).toEqual([]);
      }),
      { numRuns: rounds(20) },
    );
  });

  test("are the same list until something changes, so that nothing is drawn for nothing", () => {
    const recording = recorded();
    const defaults = thresholdsOf({});
    expect(alertsOf(recording, defaults, 900)).toBe(alertsOf(recording, defaults, 900.4));
    expect(alertsOf(recording, { ...defaults }, 900)).toBe(alertsOf(recording, defaults, 900));
    expect(alertsOf(recording, { ...defaults, depthPercent: 50 }, 900)).not.toBe(
      alertsOf(recording, defaults, 900),
    );
  });
});

describe("in the first scenario", () => {
  test("the buffer of 8 goes over 80 % with its seventh element, and stays there", () => {
    const recording = recorded();
    const { trace, history } = recording;
    const [alert, ...others] = alertsOf(recording, thresholdsOf({}));
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ kind: "depth", unit: "percent", limit: 80, toMs: null });
    const { fromMs = 0, fromRow = 0 } = alert ?? {};
    expect(flat(history.stateAtRow(fromRow - 1)).buffer.length).toBe(6);
    expect(flat(history.stateAtRow(fromRow)).buffer.length).toBe(7);
    expect(trace.timeAt(fromRow - 1)).toBe(fromMs);
    expect(alertsOf(recording, thresholdsOf({}), fromMs - 1)).toEqual([]);
    expect(alertsOf(recording, thresholdsOf({}), fromMs)[0]?.value).toBe(87.5);
    expect(alert?.value).toBe(100);
  });

  test("where the newest pushes the oldest out, loss is over 1 % from the first that is dropped", () => {
    const recording = recorded({ strategy: "drop-oldest" });
    const loss = alertsOf(recording, thresholdsOf({})).filter(({ kind }) => kind === "loss");
    expect(loss).toHaveLength(1);
    expect(loss[0]?.fromMs).toBe(recording.history.marks.firstLossMs);
    expect(loss[0]?.toMs).toBe(null);
  });

  test("a buffer without a bound is over a number of elements", () => {
    const recording = recorded({ strategy: "unlimited" });
    const [alert] = alertsOf(recording, thresholdsOf({ depthElements: 20 }));
    expect(alert).toMatchObject({ kind: "depth", unit: "elements", limit: 20 });
    expect(flat(recording.history.stateAtRow(alert?.fromRow ?? 0)).buffer.length).toBe(21);
  });

  test("an alert lasts from its row on and until its end", () => {
    const recording = recorded({ values: { count: 30 } });
    const alerts = alertsOf(recording, thresholdsOf({}));
    const [{ fromMs, fromRow, toMs }] = alerts as [Alert];
    expect(toMs).not.toBe(null);
    expect(lastingAt(alerts, fromMs, fromRow - 1)).toEqual([]);
    expect(lastingAt(alerts, fromMs, fromRow)).toEqual(alerts);
    expect(lastingAt(alerts, (toMs ?? 0) - 1, 1e9)).toEqual(alerts);
    expect(lastingAt(alerts, toMs ?? 0, 1e9)).toEqual([]);
  });
});

test("thresholds are read like settings: each is off at 0, and has a key of its own", () => {
  expect(thresholdsOf({})).toEqual({
    depthPercent: 80,
    depthElements: 100,
    lossPercent: 1,
    waitMs: 0,
  });
  expect(thresholdParams.map(({ link }) => link)).toEqual(["aD", "aE", "aL", "aW"]);
  for (const { min } of thresholdParams) expect(min).toBe(0);
  expect(monitorOf(new Recording(catalogue, specOf())).windowMs).toBe(2_000);
});
