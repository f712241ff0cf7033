/**
 * What somebody who watches a run would measure: counts, waits, depth, loss and work by the step of time
 * (`monitor-steps.ts`). It grows with the trace in one pass, at a constant cost a row.
 */

import { AT_GATE } from "../systems/index.ts";
import { UNLIMITED } from "../systems/kotlin/index.ts";
import { TraceKind } from "../trace/index.ts";
import { EventTally } from "./event-tally.ts";
import { Labour } from "./monitor-labour.ts";
import { STEPS, stepOf, stepsOver } from "./monitor-steps.ts";
import { NumberList, WaitCounts } from "./monitor-waits.ts";
import { rateWindowMs } from "./rates.ts";
import type { Recording } from "./recording.ts";

/** Percentiles of waits in ms; NaN where nobody has waited. */
export interface WaitPercentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const PERCENTS = { p50: 50, p95: 95, p99: 99 } as const;

/** Percentiles at the end of each step. */
class PercentileColumns {
  private readonly columns = {
    p50: new Float64Array(STEPS),
    p95: new Float64Array(STEPS),
    p99: new Float64Array(STEPS),
  };

  set(step: number, of: (percent: number) => number): void {
    for (const name of NAMES) this.columns[name][step] = of(PERCENTS[name]);
  }

  repeat(step: number): void {
    for (const name of NAMES) {
      this.columns[name][step] = step === 0 ? Number.NaN : (this.columns[name][step - 1] as number);
    }
  }

  at(step: number): WaitPercentiles {
    const { p50, p95, p99 } = this.columns;
    return { p50: p50[step] as number, p95: p95[step] as number, p99: p99[step] as number };
  }
}

const NAMES = ["p50", "p95", "p99"] as const;

export class Monitor {
  /** How many steps the window has that rates, loss and waits are taken over. */
  readonly windowSteps: number;
  readonly windowMs: number;
  readonly produced: EventTally = new EventTally(STEPS);
  readonly received: EventTally = new EventTally(STEPS);
  readonly done: EventTally = new EventTally(STEPS);
  /** Dropped, failed or turned away. */
  readonly lost: EventTally = new EventTally(STEPS);
  /** The percentiles of the window before the end of each step, and of all up to there. */
  private readonly recentWaits = new PercentileColumns();
  private readonly allWaits = new PercentileColumns();
  /** The highest of each step. */
  private readonly filledMost = new Float64Array(STEPS);
  private readonly deepMost = new Float64Array(STEPS);
  private readonly lossMost = new Float64Array(STEPS);
  /** Worker ms worked, and there to work, up to the end of each step. */
  private readonly workedMs = new Float64Array(STEPS);
  private readonly presentMs = new Float64Array(STEPS);

  private readonly recording: Recording;
  private rows = 0;
  /** How many steps are over. */
  private over = 0;
  private readonly window = new WaitCounts();
  private readonly all = new WaitCounts();
  /** The wait of each element that was received, in order. */
  private readonly waits = new NumberList();
  /** Since when each element waits that is in the buffer, on its way out of it, or in a `send`. */
  private readonly waitingSince = new Map<number, number>();
  private readonly buffer = new Set<number>();
  private capacity: number;
  private filled = 0;
  private deep = 0;
  private loss = 0;
  private readonly labour = new Labour();

  constructor(recording: Recording) {
    const { durationMs, capacity } = recording;
    this.recording = recording;
    this.capacity = capacity;
    this.windowSteps = Math.max(1, Math.round((rateWindowMs(durationMs) * STEPS) / durationMs));
    this.windowMs = (this.windowSteps * durationMs) / STEPS;
  }

  /** Takes in what was recorded since. */
  extend(): void {
    const { recording } = this;
    const { trace, durationMs } = recording;
    for (; this.rows < trace.length; this.rows++) {
      this.closeUntil(Math.min(STEPS - 1, stepOf(trace.timeAt(this.rows), durationMs)));
      this.note(this.rows);
      this.measure();
    }
    this.closeUntil(stepsOver(recording, Number.POSITIVE_INFINITY));
  }

  /** How full the buffer was at most in a step, in percent; 0 while it has no places, or no bound. */
  filledPercent(step: number): number {
    return step < this.over ? (this.filledMost[step] as number) : this.filled;
  }

  /** How deep a buffer without a bound was at most in a step; 0 while it has one. */
  unboundedDepth(step: number): number {
    return step < this.over ? (this.deepMost[step] as number) : this.deep;
  }

  /**
   * How much was lost, in percent of what was produced, at most in a step: at each moment of it, counted
   * from the start of the first step of the window.
   */
  lossPercent(step: number): number {
    return step < this.over ? (this.lossMost[step] as number) : this.loss;
  }

  /** The waits of the elements that were received in the window before the end of a step. */
  waitsBefore(step: number): WaitPercentiles {
    return step < 0 ? NO_WAITS : this.recentWaits.at(step);
  }

  /** The waits of all that were received by the end of a step. */
  waitsUntil(step: number): WaitPercentiles {
    return step < 0 ? NO_WAITS : this.allWaits.at(step);
  }

  /** The share of their time that the workers worked from the end of one step to that of another; NaN without any. */
  utilisation(after: number, until: number): number {
    const between = (column: Float64Array) => (column[until] ?? 0) - (column[after] ?? 0);
    const present = between(this.presentMs);
    return present > 0 ? (100 * between(this.workedMs)) / present : Number.NaN;
  }

  private closeUntil(steps: number): void {
    while (this.over < steps) this.close();
  }

  private close(): void {
    const { over: step, recording, labour } = this;
    this.filledMost[step] = this.filled;
    this.deepMost[step] = this.deep;
    this.lossMost[step] = this.loss;
    for (const tally of this.tallies) tally.closeBucket();
    this.forgetWaits(step);
    if (this.window.total > 0) this.recentWaits.set(step, (p) => this.window.percentile(p));
    // Who still waits has not been measured: until then, what was measured last holds.
    else if (this.waitingSince.size > 0) this.recentWaits.repeat(step);
    else this.recentWaits.set(step, () => Number.NaN);
    this.allWaits.set(step, (percent) => this.all.percentile(percent));
    const { durationMs, lastMs, workerStartsMs } = recording;
    labour.moveTo(Math.min(lastMs, ((step + 1) * durationMs) / STEPS), workerStartsMs);
    this.workedMs[step] = labour.workedMs;
    this.presentMs[step] = labour.presentMs;
    this.over++;
    this.filled = 0;
    this.deep = 0;
    this.loss = 0;
    this.measure();
  }

  private get tallies(): readonly EventTally[] {
    return [this.produced, this.received, this.done, this.lost];
  }

  /** The waits of the step that leaves the window. */
  private forgetWaits(step: number): void {
    const gone = step - this.windowSteps;
    const end = this.received.totalAt(gone);
    for (let at = this.received.totalAt(gone - 1); at < end; at++) {
      this.window.remove(this.waits.at(at));
    }
  }

  /** The highest of the step that goes on. */
  private measure(): void {
    const { over, capacity, buffer, windowSteps } = this;
    if (capacity === UNLIMITED) this.deep = Math.max(this.deep, buffer.size);
    else if (capacity > 1) this.filled = Math.max(this.filled, (100 * buffer.size) / capacity);
    const before = over - windowSteps;
    const lost = this.lost.total - this.lost.totalAt(before);
    const produced = this.produced.total - this.produced.totalAt(before);
    this.loss = Math.max(this.loss, lossPercent(lost, produced));
  }

  private note(row: number): void {
    const { trace } = this.recording;
    const element = trace.elementAt(row);
    const timeMs = trace.timeAt(row);
    switch (trace.kindAt(row)) {
      case TraceKind.PRODUCED:
        this.produced.add(timeMs);
        break;
      case TraceKind.SUSPENDED:
        if (trace.detailAt(row) !== AT_GATE) this.waitsFrom(element, timeMs);
        break;
      case TraceKind.ACCEPTED:
        this.buffer.add(element);
        this.waitsFrom(element, timeMs);
        break;
      case TraceKind.HANDED_OVER:
        this.waitsFrom(element, timeMs);
        break;
      case TraceKind.RECEIVED:
        this.receive(element, timeMs);
        break;
      case TraceKind.DONE:
        this.done.add(timeMs);
        break;
      case TraceKind.DROPPED:
      case TraceKind.FAILED:
      case TraceKind.REJECTED:
        this.lost.add(timeMs);
        this.leave(element);
        break;
      case TraceKind.CAPACITY:
        this.capacity = element;
        break;
      default:
    }
    const who = trace.whoAt(row);
    if (this.recording.actorOf(who)?.role !== "worker") return;
    this.labour.moveTo(timeMs, this.recording.workerStartsMs);
    this.labour.note(trace.kindAt(row), who);
  }

  private waitsFrom(element: number, timeMs: number): void {
    if (!this.waitingSince.has(element)) this.waitingSince.set(element, timeMs);
  }

  private receive(element: number, timeMs: number): void {
    const wait = Math.floor(timeMs - (this.waitingSince.get(element) ?? timeMs));
    this.received.add(timeMs);
    this.waits.push(wait);
    this.window.add(wait);
    this.all.add(wait);
    this.leave(element);
  }

  private leave(element: number): void {
    this.waitingSince.delete(element);
    this.buffer.delete(element);
  }
}

const NO_WAITS: WaitPercentiles = { p50: Number.NaN, p95: Number.NaN, p99: Number.NaN };

/** What was lost, in percent of what was produced meanwhile; a whole buffer thrown away at once is 100. */
export function lossPercent(lost: number, produced: number): number {
  if (lost === 0) return 0;
  return Math.min(100, (100 * lost) / produced);
}
