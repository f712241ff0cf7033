/**
 * When a number of a run was over its threshold. An alert of depth or loss begins with the row that takes
 * the number over it, one of waits at the end of a step. All of them end with the first step in which the
 * number was not over at any moment. At any time only what was before it counts.
 */
import { firstWhere } from "../../trace/index.ts";
import { capacityOf } from "../history.ts";
import type { Recording } from "../recording.ts";
import { lossPercent, type Monitor } from "./monitor.ts";
import type { Thresholds } from "./thresholds.ts";
import { STEPS, stepEndMs, stepOf, stepsOver } from "./time-steps.ts";

export const ALERT_KINDS = ["depth", "loss", "wait"] as const;

export type AlertKind = (typeof ALERT_KINDS)[number];

export interface Alert {
  readonly kind: AlertKind;
  /** What `value` and `limit` count; elements only for the depth of a buffer without a bound. */
  readonly unit: "percent" | "elements" | "ms";
  /** The threshold. */
  readonly limit: number;
  readonly fromMs: number;
  /** How many rows of the trace are counted in when it begins. */
  readonly fromRow: number;
  /** Null while it lasts. */
  readonly toMs: number | null;
  /** The highest value in the steps that are over; at first the one that began it. */
  readonly value: number;
}

/** Where an alert begins, and with which value. */
type Beginning = Pick<Alert, "fromMs" | "fromRow" | "value">;

interface Rule {
  readonly kind: AlertKind;
  readonly unit: Alert["unit"];
  readonly limit: number;
  /** The highest value in a step. */
  highest(step: number): number;
  /** Where in a step that goes over the threshold it does so first. */
  beginning(step: number): Beginning;
  /** Whether it is known only at the end of a step. */
  readonly atEnd: boolean;
}

/** The alerts of one recording under some thresholds. */
export class AlertWatch {
  readonly thresholds: Thresholds;
  private readonly recording: Recording;
  private readonly monitor: Monitor;
  private readonly rules: readonly Rule[];
  private readonly beginnings = new Map<string, Beginning>();
  private last: { readonly key: string; readonly alerts: readonly Alert[] } | null = null;

  constructor(recording: Recording, monitor: Monitor, thresholds: Thresholds) {
    this.recording = recording;
    this.monitor = monitor;
    this.thresholds = thresholds;
    const { depthPercent, depthElements, lossPercent: loss, waitMs } = thresholds;
    this.rules = [
      this.depthRule("percent", depthPercent, (step) => monitor.filledPercent(step)),
      this.depthRule("elements", depthElements, (step) => monitor.unboundedDepth(step)),
      this.lossRule(loss),
      this.waitRule(waitMs),
    ].filter(({ limit }) => limit > 0);
  }

  /** What has begun by `untilMs`, in order of its beginning; the same list until something has changed. */
  alertsUntil(untilMs: number): readonly Alert[] {
    const { recording } = this;
    const over = stepsOver(recording, untilMs);
    const key = `${Math.floor(untilMs)} ${recording.trace.length} ${over} ${recording.recordedMs}`;
    if (this.last?.key !== key) {
      const alerts = this.rules
        .flatMap((rule) => this.alertsOf(rule, over, untilMs))
        .sort((one, other) => one.fromMs - other.fromMs || one.fromRow - other.fromRow);
      this.last = { key, alerts };
    }
    return this.last.alerts;
  }

  private alertsOf(rule: Rule, over: number, untilMs: number): Alert[] {
    const { kind, unit, limit } = rule;
    const alerts: Alert[] = [];
    let current: Alert | null = null;
    const steps = Math.min(STEPS, rule.atEnd ? over : over + 1);
    for (let step = 0; step < steps; step++) {
      const highest = rule.highest(step);
      if (highest > limit) {
        if (current === null) {
          const beginning = this.beginning(rule, step);
          if (beginning.fromMs > untilMs) break;
          current = { kind, unit, limit, ...beginning, toMs: null };
        }
        if (step < over && highest > current.value) current = { ...current, value: highest };
      } else if (current !== null && step < over) {
        const toMs = stepEndMs(step, this.recording);
        // Where steps are shorter than a ms, some are over at the same moment.
        if (toMs > current.fromMs) alerts.push({ ...current, toMs });
        current = null;
      }
    }
    return current === null ? alerts : [...alerts, current];
  }

  private beginning(rule: Rule, step: number): Beginning {
    const key = `${rule.kind} ${rule.unit} ${step}`;
    const known = this.beginnings.get(key);
    if (known !== undefined) return known;
    const beginning = rule.beginning(step);
    this.beginnings.set(key, beginning);
    return beginning;
  }

  private depthRule(
    unit: "percent" | "elements",
    limit: number,
    highest: (step: number) => number,
  ): Rule {
    const { history } = this.recording;
    const valueAt = (rows: number) => {
      const state = history.cursorAtRow(rows);
      const capacity = capacityOf(state);
      const isUnbounded = capacity === Number.POSITIVE_INFINITY;
      if (unit === "elements") return isUnbounded ? state.waiting : 0;
      // One place is full whenever it is used: nobody wants to be woken by that.
      return isUnbounded || capacity <= 1 ? 0 : (100 * state.waiting) / capacity;
    };
    const beginning = (step: number) => this.firstOver(step, limit, valueAt);
    return { kind: "depth", unit, limit, highest, beginning, atEnd: false };
  }

  private lossRule(limit: number): Rule {
    const { monitor, recording } = this;
    const { windowSteps } = monitor;
    return {
      ...{ kind: "loss", unit: "percent", limit, atEnd: false },
      highest: (step) => monitor.lossPercent(step),
      beginning: (step) => {
        const { history } = recording;
        const before = step - windowSteps;
        return this.firstOver(step, limit, (rows) => {
          const { lost, made } = history.cursorAtRow(rows);
          const lostBefore = monitor.totalAt("lost", before);
          return lossPercent(lost - lostBefore, made - monitor.totalAt("made", before));
        });
      },
    };
  }

  private waitRule(limit: number): Rule {
    const { monitor, recording } = this;
    const highest = (step: number) => monitor.waitsBefore(step).p99;
    const beginning = (step: number) => {
      const fromMs = stepEndMs(step, recording);
      return { fromMs, fromRow: recording.trace.rowsUntil(fromMs), value: highest(step) };
    };
    return { kind: "wait", unit: "ms", limit, highest, beginning, atEnd: true };
  }

  /** The first moment of a step at which a value is over a limit: its start, or a row of it. */
  private firstOver(step: number, limit: number, valueAt: (rows: number) => number): Beginning {
    const { trace, durationMs } = this.recording;
    const startMs = step === 0 ? 0 : stepEndMs(step - 1, this.recording);
    let rows = this.firstRowOf(step);
    let value = valueAt(rows);
    let fromMs = startMs;
    while (!(value > limit) && rows < trace.length) {
      fromMs = trace.timeAt(rows);
      value = valueAt(++rows);
    }
    return { fromMs: Math.min(fromMs, durationMs), fromRow: rows, value };
  }

  /** How many rows lie before a step. */
  private firstRowOf(step: number): number {
    const { trace, durationMs } = this.recording;
    return firstWhere(trace.length, (row) => stepOf(trace.timeAt(row), durationMs) >= step);
  }
}
