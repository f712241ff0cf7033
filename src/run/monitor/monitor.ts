/**
 * What somebody who watches a run would measure: counts, waits, depth, loss and work by the step of time
 * (`time-steps.ts`). It grows with the trace in one pass, at a constant cost a row.
 */

import { Column } from "../columns.ts";
import { capacityOf, type Follower } from "../history.ts";
import { Instants } from "../instants.ts";
import type { Witness } from "../replay/index.ts";
import type { RunState } from "../run-state.ts";
import { Labour } from "./labour.ts";
import { STEPS, stepOf, stepsOver } from "./time-steps.ts";
import { WaitCounts } from "./waits.ts";

/** Loss and waits are taken over this share of the run, and over a second at least. */
const WINDOW_SHARE = 1 / 30;
const MIN_WINDOW_MS = 1000;

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

/** What a monitor asks of the recording that it watches. */
export interface Watched {
  readonly durationMs: number;
  readonly recordedMs: number;
  readonly lastMs: number;
  readonly end: { readonly atMs: number } | null;
  readonly workerStartsMs: readonly number[];
}

export class Monitor implements Follower {
  /** How many steps the window has that loss and waits are taken over. */
  readonly windowSteps: number;
  readonly windowMs: number;
  readonly received: Instants = new Instants();
  readonly witness: Witness;
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
  /** How many were made, received and lost by the end of each step. */
  private readonly totals = {
    made: new Float64Array(STEPS),
    received: new Float64Array(STEPS),
    lost: new Float64Array(STEPS),
  };

  private readonly recording: Watched;
  /** How many steps are over. */
  private over = 0;
  private readonly window = new WaitCounts();
  private readonly all = new WaitCounts();
  /** The longest wait of an element that was received, in ms: held before a buffer, in one, on its way out of one. */
  longestWaitMs = 0;
  /** The wait of each element that was received, in order. */
  private readonly waits = new Column(Int32Array);
  /** By element: since when it waits, held before a buffer, in one, or on its way out of one; NaN for one that does not. */
  private readonly waitingSince = new Column(Float64Array, Number.NaN);
  /** How many wait. */
  private waiting = 0;
  /** How the run stands. */
  private now = { made: 0, lost: 0, waiting: 0, capacity: 0 };
  private filled = 0;
  private deep = 0;
  private loss = 0;
  private readonly labour = new Labour();

  constructor(recording: Watched) {
    const { durationMs } = recording;
    const { labour } = this;
    this.recording = recording;
    const windowMs = Math.max(MIN_WINDOW_MS, durationMs * WINDOW_SHARE);
    this.windowSteps = Math.max(1, Math.round((windowMs * STEPS) / durationMs));
    this.windowMs = (this.windowSteps * durationMs) / STEPS;
    this.witness = {
      waits: (element, timeMs) => this.waitsFrom(element, timeMs),
      received: (element, timeMs) => this.receive(element, timeMs),
      lost: (element) => this.endWait(element),
      turned(actor, timeMs) {
        if (actor.actor.role !== "worker") return;
        labour.moveTo(timeMs, recording.workerStartsMs);
        labour.turned(actor);
      },
    };
  }

  /** Bytes that it takes in memory beside what every monitor has. */
  get byteLength(): number {
    const { received, waits, waitingSince, window, all } = this;
    const grown = [received, waits, waitingSince, window, all];
    return grown.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  beforeRow(timeMs: number): void {
    this.closeUntil(Math.min(STEPS - 1, stepOf(timeMs, this.recording.durationMs)));
  }

  afterRow({ made, lost, waiting, stations }: RunState): void {
    this.now = { made, lost, waiting, capacity: capacityOf({ stations }) };
    this.measure();
  }

  /** Closes the steps that are over by now: the run may have been recorded beyond its last row. */
  settle(): void {
    this.closeUntil(stepsOver(this.recording, Number.POSITIVE_INFINITY));
  }

  /** How full the buffers were at most in a step, in percent; 0 while they have no places, or no bound. */
  filledPercent(step: number): number {
    return step < this.over ? (this.filledMost[step] as number) : this.filled;
  }

  /** How much waited in buffers without a bound at most in a step; 0 while they have one. */
  unboundedDepth(step: number): number {
    return step < this.over ? (this.deepMost[step] as number) : this.deep;
  }

  /**
   * How much was lost, in percent of what was made, at most in a step: at each moment of it, counted from the start
   * of the first step of the window.
   */
  lossPercent(step: number): number {
    return step < this.over ? (this.lossMost[step] as number) : this.loss;
  }

  /** How many were made, or lost, by the end of a step; 0 before the first. */
  totalAt(what: "made" | "lost" | "received", step: number): number {
    if (step < 0) return 0;
    if (step < this.over) return this.totals[what][step] as number;
    return what === "received" ? this.waits.length : this.now[what];
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
    const { over: step, recording, labour, totals } = this;
    this.filledMost[step] = this.filled;
    this.deepMost[step] = this.deep;
    this.lossMost[step] = this.loss;
    totals.made[step] = this.now.made;
    totals.received[step] = this.waits.length;
    totals.lost[step] = this.now.lost;
    this.forgetWaits(step);
    if (this.window.total > 0) this.recentWaits.set(step, (p) => this.window.percentile(p));
    // Elements that still wait have no wait to measure: until they have, the last measured value holds.
    else if (this.waiting > 0) this.recentWaits.repeat(step);
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

  /** The waits of the step that leaves the window. */
  private forgetWaits(step: number): void {
    const gone = step - this.windowSteps;
    const end = this.totalAt("received", gone);
    for (let at = this.totalAt("received", gone - 1); at < end; at++) {
      this.window.remove(this.waits.at(at));
    }
  }

  /** The highest of the step that goes on. */
  private measure(): void {
    const { over, windowSteps } = this;
    const { waiting, capacity } = this.now;
    if (capacity === Number.POSITIVE_INFINITY) this.deep = Math.max(this.deep, waiting);
    else if (capacity > 1) this.filled = Math.max(this.filled, (100 * waiting) / capacity);
    const before = over - windowSteps;
    const lost = this.now.lost - this.totalAt("lost", before);
    const made = this.now.made - this.totalAt("made", before);
    this.loss = Math.max(this.loss, lossPercent(lost, made));
  }

  private waitsFrom(element: number, timeMs: number): void {
    if (!Number.isNaN(this.waitingSince.at(element))) return;
    this.waitingSince.set(element, timeMs);
    this.waiting++;
  }

  private endWait(element: number): void {
    if (Number.isNaN(this.waitingSince.at(element))) return;
    this.waitingSince.set(element, Number.NaN);
    this.waiting--;
  }

  private receive(element: number, timeMs: number): void {
    const since = this.waitingSince.at(element);
    const wait = Number.isNaN(since) ? 0 : Math.floor(timeMs - since);
    this.received.add(timeMs);
    this.longestWaitMs = Math.max(this.longestWaitMs, wait);
    this.waits.push(wait);
    this.window.add(wait);
    this.all.add(wait);
    this.endWait(element);
  }
}

const NO_WAITS: WaitPercentiles = { p50: Number.NaN, p95: Number.NaN, p99: Number.NaN };

/** What was lost in the window before the end of a step, in percent of what was made meanwhile; 0 before the first. */
export function recentLossPercent(monitor: Monitor, step: number): number {
  if (step < 0) return 0;
  const count = (what: "made" | "lost") =>
    monitor.totalAt(what, step) - monitor.totalAt(what, step - monitor.windowSteps);
  return lossPercent(count("lost"), count("made"));
}

/** What was lost, in percent of what was made meanwhile; a whole buffer thrown away at once is 100. */
export function lossPercent(lost: number, made: number): number {
  if (lost === 0) return 0;
  return Math.min(100, (100 * lost) / made);
}
