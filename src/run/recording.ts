/** A run being recorded: the simulation is run as far as somebody wants to look, and never twice. */
import type { LimitKind } from "../kernel/index.ts";
import type { ParamValue } from "../params/index.ts";
import { type Actor, type ElementKinds, type Program, strategyOf } from "../systems/index.ts";
import { type Sim, type SimEnd, UNLIMITED } from "../systems/kotlin/index.ts";
import { Trace } from "../trace/index.ts";
import { History } from "./history.ts";
import type { RunValues } from "./params.ts";
import { seeded, startSimulation } from "./simulation.ts";
import { type Intervention, initialValues, liveInterventions, type RunSpec } from "./spec.ts";

/**
 * An element takes at most ten events, with a network and a pool of threads on its way, and pauses of 1 ms
 * let a thousand through each second: only a coroutine that never pauses can reach these bounds.
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
  /** Every coroutine came to its end. */
  | { readonly reason: "completed"; readonly atMs: number }
  /** Coroutines are left that nothing can ever wake. */
  | { readonly reason: "stalled"; readonly atMs: number }
  | { readonly reason: "failed"; readonly atMs: number; readonly message: string }
  /** A bound of the playground, or the heap of the model. */
  | { readonly reason: "limit"; readonly atMs: number; readonly limit: LimitKind };

export class Recording {
  readonly trace: Trace = new Trace();
  readonly history: History;
  readonly durationMs: number;
  /** Places in the buffer at the start: UNLIMITED for no bound. */
  readonly capacity: number;
  /** The kinds of its elements, where there are several. */
  readonly kinds: ElementKinds | null;
  /** Bytes of the model's heap that a waiting element takes. */
  readonly elementBytes: number;
  private readonly sim: Sim;
  private readonly program: Program;
  private readonly values: Record<string, ParamValue>;
  private currentSpec: RunSpec;
  /** Interventions that have been made, and those to come. */
  private readonly made: Intervention[] = [];
  private pending: Intervention[];
  private ended: RunEnd | null = null;
  private reachedMs = -1;

  constructor(spec: RunSpec) {
    this.currentSpec = spec;
    this.values = { ...initialValues(spec) };
    const { durationS, elementKiB, heapMiB, gcMsPerGiB } = this.values as unknown as RunValues;
    this.durationMs = durationS * 1000;
    this.elementBytes = elementKiB * 1024;
    const strategy = strategyOf(spec.strategy);
    const [{ capacity }] = strategy.stages(this.values);
    this.capacity = Number.isFinite(capacity) ? capacity : UNLIMITED;
    this.kinds = strategy.kinds?.(this.values) ?? null;
    this.history = new History(this.trace, this.durationMs, {
      actorOf: (id) => this.actorOf(id),
      capacity: this.capacity,
      kinds: this.kinds,
    });
    this.pending = liveInterventions(spec);
    const limitBytes = heapMiB * 1024 * 1024;
    const { sim, program } = startSimulation({
      strategy,
      values: this.values,
      random: seeded(spec.seed),
      trace: this.trace,
      limits: {
        ...boundsOf(durationS),
        heapBytes: limitBytes,
        elementBytes: this.elementBytes,
      },
      ...(gcMsPerGiB === 0
        ? {}
        : { heap: { elementBytes: this.elementBytes, limitBytes, msPerGiB: gcMsPerGiB } }),
    });
    this.sim = sim;
    this.program = program;
  }

  get spec(): RunSpec {
    return this.currentSpec;
  }

  /** Up to and including which time, in ms, everything is recorded; -1 before the start. */
  get recordedMs(): number {
    return this.reachedMs;
  }

  /** How the run ended, once it is recorded as far as that. */
  get end(): RunEnd | null {
    return this.ended;
  }

  /** The last moment that can be looked at, as far as it is known: the end, or the whole length. */
  get lastMs(): number {
    return this.ended?.atMs ?? this.durationMs;
  }

  /** Who a coroutine of the trace is. */
  actorOf(id: number): Actor | undefined {
    return this.program.actors.get(id);
  }

  /** When each worker was launched, in ms. */
  get workerStartsMs(): readonly number[] {
    return this.program.workerStartsMs;
  }

  /** Records everything up to and including `timeMs` (at most the length of the run). */
  advanceTo(timeMs: number): void {
    const target = Math.min(timeMs, this.durationMs);
    if (Number.isNaN(target)) return;
    for (;;) {
      const [next] = this.pending;
      if (this.ended !== null || next === undefined || next.atMs > target) break;
      this.runTo(next.atMs);
      if (this.ended === null) this.intervene(next);
    }
    this.runTo(target);
    this.history.extend();
  }

  /**
   * Goes on with a spec that differs only in interventions that are still to come. Returns false, and
   * changes nothing, if it differs in what is recorded already: then it takes a new recording.
   */
  continueWith(spec: RunSpec): boolean {
    if (this.ended !== null || !sameStart(this.currentSpec, spec)) return false;
    const wanted = liveInterventions(spec);
    if (!sameList(wanted.slice(0, this.made.length), this.made)) return false;
    const toCome = wanted.slice(this.made.length);
    if (toCome.some(({ atMs }) => atMs < this.reachedMs)) return false;
    this.currentSpec = spec;
    this.pending = toCome;
    return true;
  }

  private runTo(timeMs: number): void {
    if (this.ended === null && timeMs > this.reachedMs) this.run(timeMs);
  }

  private run(timeMs: number): void {
    this.sim.runUntil(timeMs);
    this.reachedMs = timeMs;
    const { end } = this.sim;
    if (end !== null) this.finish(end);
    else if (timeMs >= this.durationMs) this.ended = { reason: "duration", atMs: timeMs };
  }

  private finish(end: SimEnd): void {
    const atMs = this.sim.now;
    this.reachedMs = this.durationMs;
    switch (end.reason) {
      case "failed":
        this.ended = { reason: "failed", atMs, message: end.failure.message };
        break;
      case "limit":
        this.ended = { reason: "limit", atMs, limit: end.limit };
        break;
      default:
        this.ended = { reason: end.reason, atMs };
    }
  }

  /** An intervention comes after everything at its time; what it brings about at that time comes with it. */
  private intervene(intervention: Intervention): void {
    const { key, value, atMs } = intervention;
    this.pending.shift();
    this.made.push(intervention);
    this.values[key] = value;
    this.program.valuesChanged();
    this.run(atMs);
  }
}

function sameStart(one: RunSpec, other: RunSpec): boolean {
  return (
    one.scenario === other.scenario &&
    one.strategy === other.strategy &&
    one.seed === other.seed &&
    JSON.stringify(initialValues(one)) === JSON.stringify(initialValues(other))
  );
}

function sameList(one: readonly Intervention[], other: readonly Intervention[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
