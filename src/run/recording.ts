/** A run being recorded: the program runs only as far as somebody looks, and no part of it runs twice. */
import type { EndOfMachine, LimitKind } from "../kernel/index.ts";
import {
  type Intervention,
  type Param,
  type ParamValue,
  sameInterventions,
  type Values,
} from "../params/index.ts";
import type { Catalogue } from "../scenarios/index.ts";
import {
  type ElementKinds,
  type Playing,
  type Strategy,
  strategyOf,
  type Topology,
} from "../systems/index.ts";
import { type Failure, type LossRule, Trace } from "../trace/index.ts";
import { capacityOf, History } from "./history.ts";
import { HeapModel, heapSizeOf } from "./memory.ts";
import type { RunValues } from "./params.ts";
import { Replay, type RunCast } from "./replay/index.ts";
import { seeded, startSimulation } from "./simulation.ts";
import { initialValues, liveInterventions, type RunSpec, valueOfParam, valuesAt } from "./spec.ts";

/**
 * The bounds of a run. An element causes at most ten events, with a network and a pool of threads on its way, and
 * pauses of 1 ms let a thousand elements through each second: only a coroutine that never pauses can reach them.
 */
function boundsOf(durationS: number): { events: number; elements: number } {
  return {
    events: Math.max(1_000_000, 16_000 * durationS),
    elements: 300_000 + 1_000 * durationS,
  };
}

/** How a run ended, and when. */
export type RunEnd =
  /** The length of the run was reached. */
  | { readonly reason: "duration"; readonly atMs: number }
  /** Every actor ended; `error` is the failure that ended them, if any. */
  | { readonly reason: "completed"; readonly atMs: number; readonly error?: Failure }
  /** Some actor is left waiting for something that can never happen. */
  | { readonly reason: "stalled"; readonly atMs: number }
  | { readonly reason: "failed"; readonly atMs: number; readonly message: string }
  /** A bound was reached: the playground's (events, elements, memory of the page), or the heap of the model. */
  | { readonly reason: "limit"; readonly atMs: number; readonly limit: LimitKind | "memory" };

/** The bytes that a recording may take by default. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** Rows that `advanceTo` records at once; the bytes are counted after each lot. */
const LOT_ROWS = 100_000;
/** Events between two checks of the number of rows: most events write two rows, one that wakes everybody dozens. */
const EVENTS_AT_ONCE = 64;

export class Recording {
  readonly trace: Trace = new Trace();
  readonly history: History;
  readonly durationMs: number;
  readonly strategy: Strategy;
  /** The settings at the start, by key. */
  readonly startValues: Values;
  readonly topology: Topology;
  /** Places in all buffers together at the start; Infinity if one has no bound. */
  readonly capacity: number;
  /** The kinds of its elements; null if there is only one. */
  readonly kinds: ElementKinds | null;
  /** Bytes of the model's heap that one element takes, and that all together may take. */
  readonly elementBytes: number;
  readonly heapLimitBytes: number;
  /** The actors and stations that its rows name; a replay of its trace needs them. */
  readonly cast: RunCast;
  private readonly catalogue: Catalogue;
  private readonly playing: Playing;
  private readonly values: Record<string, ParamValue>;
  private currentSpec: RunSpec;
  /** The interventions that have been made, and below those to come. */
  private readonly done: Intervention[] = [];
  private pending: Intervention[];
  private ended: RunEnd | null = null;
  private reachedMs = -1;
  private maxBytes: number;

  /** `catalogue` holds the scenario and the strategy that `spec` names; throws if they are not loaded. */
  constructor(catalogue: Catalogue, spec: RunSpec, maxBytes: number = MOST_BYTES) {
    this.catalogue = catalogue;
    this.currentSpec = spec;
    this.maxBytes = maxBytes;
    this.startValues = initialValues(catalogue, spec);
    this.values = { ...this.startValues };
    const values = this.values as unknown as RunValues;
    const { durationS } = values;
    const heap = heapSizeOf(values);
    this.durationMs = durationS * 1000;
    this.elementBytes = heap.elementBytes;
    this.heapLimitBytes = heap.limitBytes;
    const strategy = strategyOf(catalogue, spec.strategy);
    this.strategy = strategy;
    this.pending = liveInterventions(strategy, spec.interventions);
    this.playing = startSimulation({
      strategy,
      values: this.values,
      random: seeded(spec.seed),
      trace: this.trace,
      limits: boundsOf(durationS),
      heap: new HeapModel(heap, () => this.history.extend()),
    });
    this.topology = strategy.topology(this.values);
    this.kinds = strategy.kinds?.(this.values) ?? null;
    this.cast = {
      topology: this.topology,
      kinds: this.kinds,
      losses: this.losses,
      actorOf: (who) => this.playing.actorOf(who),
    };
    const hasRoomFor = (bytes: number) => this.byteLength + bytes <= this.maxBytes;
    this.history = new History(this.trace, this.durationMs, this.cast, hasRoomFor);
    this.capacity = capacityOf(new Replay(this.trace, this.cast));
  }

  get spec(): RunSpec {
    return this.currentSpec;
  }

  /** All settings as they are after `timeMs`, by key. */
  valuesAt(timeMs: number): Values {
    return valuesAt(this.catalogue, this.currentSpec, timeMs);
  }

  /** The value of one setting after `timeMs`. */
  valueAt(param: Param, timeMs: number): ParamValue {
    return valueOfParam(this.catalogue, this.currentSpec, param, timeMs);
  }

  /** The rules of loss, by the number that rows use for them. */
  get losses(): readonly LossRule[] {
    return this.playing.recorder.losses;
  }

  /** The errors that ended actors, by the number that rows use for them. */
  get failures(): readonly Failure[] {
    return this.playing.recorder.failures;
  }

  /** The time in ms up to and including which everything is recorded; -1 before the start. */
  get recordedMs(): number {
    return this.reachedMs;
  }

  /** How the run ended; null until it is recorded to its end. */
  get end(): RunEnd | null {
    return this.ended;
  }

  /** The last time that can be shown, in ms: the end, or the whole length while the end is unknown. */
  get lastMs(): number {
    return this.ended?.atMs ?? this.durationMs;
  }

  /** Bytes that it takes in memory: keyframes are estimated, and logs count whether or not they have been written. */
  get byteLength(): number {
    const { trace, history, playing } = this;
    const actors = playing.actorBytes?.() ?? 0;
    return trace.allocatedBytes + history.byteLength + history.logBytes + actors;
  }

  /** The share of its allowed bytes that it takes; above 1 the run ends. */
  get fullness(): number {
    return this.byteLength / this.maxBytes;
  }

  /**
   * Sets how many bytes it may take. Returns false, and changes nothing, if it already takes more or has ended for lack
   * of memory and might now go on: the caller then needs a new recording.
   */
  fitInto(maxBytes: number): boolean {
    if (maxBytes === this.maxBytes) return true;
    const { ended } = this;
    if (this.byteLength > maxBytes) return false;
    if (ended?.reason === "limit" && ended.limit === "memory") return false;
    this.maxBytes = maxBytes;
    return true;
  }

  /** The actor with the number `who` in rows. */
  actorOf(who: number): ReturnType<Playing["actorOf"]> {
    return this.playing.actorOf(who);
  }

  /** When each worker was launched, in ms. */
  get workerStartsMs(): readonly number[] {
    return this.playing.workerStartsMs;
  }

  /** Records everything up to and including `timeMs` (at most the length of the run), however long it takes. */
  advanceTo(timeMs: number): void {
    while (!this.advance(LOT_ROWS, timeMs));
  }

  /**
   * Records further towards `timeMs` (at most the length of the run), but at most about `maxRows` more rows, and as
   * many events, because some events write no row. Returns whether everything up to `timeMs` is recorded. Never changes
   * what is already recorded.
   */
  advance(maxRows: number, timeMs: number = this.durationMs): boolean {
    const target = Math.min(timeMs, this.durationMs);
    if (Number.isNaN(target)) return true;
    const { trace } = this;
    const lastRow = trace.length + maxRows;
    let isThere = false;
    for (let events = 0; events < maxRows && trace.length < lastRow; events += EVENTS_AT_ONCE) {
      isThere = this.advanceEvents(EVENTS_AT_ONCE, target);
      if (isThere || this.ended !== null) break;
    }
    this.history.extend();
    if (this.ended === null && this.fullness > 1) this.endEarly();
    return isThere || this.ended !== null;
  }

  /**
   * Continues with a spec that differs only in interventions still to come. Returns false, and changes nothing, if it
   * differs in anything already recorded: the caller then needs a new recording.
   */
  continueWith(spec: RunSpec): boolean {
    if (this.ended !== null || !this.startsAs(spec)) return false;
    const wanted = liveInterventions(this.strategy, spec.interventions);
    if (!sameInterventions(wanted.slice(0, this.done.length), this.done)) return false;
    const toCome = wanted.slice(this.done.length);
    const { now } = this.playing.machine;
    if (toCome.some(({ atMs }) => atMs < Math.max(this.reachedMs, now))) return false;
    this.currentSpec = spec;
    this.pending = toCome;
    return true;
  }

  private startsAs(other: RunSpec): boolean {
    const { scenario, strategy, seed } = this.currentSpec;
    return (
      scenario === other.scenario &&
      strategy === other.strategy &&
      seed === other.seed &&
      JSON.stringify(this.startValues) === JSON.stringify(initialValues(this.catalogue, other))
    );
  }

  /** Runs at most `maxEvents` events towards `target`, and the interventions due. Returns whether it got there. */
  private advanceEvents(maxEvents: number, target: number): boolean {
    for (;;) {
      const [next] = this.pending;
      const stop = next !== undefined && next.atMs <= target ? next.atMs : target;
      if (stop > this.reachedMs && !this.run(stop, maxEvents)) return false;
      if (this.ended !== null || next === undefined || next.atMs > target) return true;
      // An intervention comes after everything at its time; what it causes at that time has still to run.
      this.pending.shift();
      this.done.push(next);
      this.values[next.key] = next.value;
      this.playing.valuesChanged();
      this.reachedMs = Math.min(this.reachedMs, next.atMs - 1);
    }
  }

  private run(timeMs: number, maxEvents: number): boolean {
    const { machine } = this.playing;
    const isThere = machine.runUntil(timeMs, maxEvents);
    const { end } = machine;
    if (end !== null) {
      this.finish(end);
    } else if (isThere) {
      this.reachedMs = Math.max(this.reachedMs, timeMs);
      if (timeMs >= this.durationMs) this.ended = { reason: "duration", atMs: timeMs };
    } else {
      // Everything before the instant being run is final.
      this.reachedMs = Math.max(this.reachedMs, machine.now - 1);
    }
    return isThere;
  }

  private finish(end: EndOfMachine): void {
    const atMs = this.playing.machine.now;
    this.reachedMs = this.durationMs;
    switch (end.reason) {
      case "failed":
        this.ended = { reason: "failed", atMs, message: end.failure.message };
        break;
      case "limit":
        this.ended = { reason: "limit", atMs, limit: end.limit };
        break;
      case "stalled":
        this.ended = { reason: "stalled", atMs };
        break;
      case "completed": {
        const error = this.failures.at(-1);
        this.ended = { reason: "completed", atMs, ...(error !== undefined && { error }) };
      }
    }
  }

  /** Ends the run with its last row, because the page has no more memory for it. */
  private endEarly(): void {
    const atMs = this.playing.machine.now;
    this.reachedMs = this.durationMs;
    this.ended = { reason: "limit", atMs, limit: "memory" };
  }
}
