/**
 * A program on the engine, as a strategy writes it: Kotlin's words, and beside them what the trace has to
 * be told because no channel knows it: who a coroutine is, what was made, what is worked on, what is done,
 * where a gate stands, and what the program prints.
 */

import type { Random } from "../kernel/index.ts";
import type { Values } from "../params/index.ts";
import { type DropRule, TraceKind } from "../trace/index.ts";
import { Fact } from "./fact.ts";
import type { HeapModel } from "./heap-model.ts";
import type { Body, Job, Semaphore, Sim } from "./kotlin/index.ts";

export type ActorRole =
  /** The body of `main`, which launches the others. */
  | "body"
  | "producer"
  /** A coroutine of its own for one element: a launched `send`, an element on the network. */
  | "sender"
  | "worker"
  | "monitor";

/** A coroutine of the program as the picture knows it. */
export interface Actor {
  readonly role: ActorRole;
  /** Number among those of its role, from 0; of a sender that of the element it carries. */
  readonly index: number;
}

/** `detail` of a SUSPENDED or RESUMED row that is no `send`: a wait at a gate, for a permit or a thread. */
export const AT_GATE = 1;

export class Program<V extends object = Values> {
  readonly sim: Sim;
  /** The current settings: read a live one when it is needed, not before. */
  readonly values: V;
  /** A generator of random numbers for one purpose, seeded with the run. */
  readonly random: (stream: string) => Random;
  /** Who the coroutines are, by the id of their job. */
  readonly actors = new Map<number, Actor>();
  /** When each worker was launched, in ms. */
  readonly workerStartsMs: number[] = [];
  private readonly heap: HeapModel | null;
  /** Until when a garbage collection stops everybody, in ms. */
  private stoppedUntilMs = 0;
  private readonly lines: readonly string[];
  private readonly listeners: (() => void)[] = [];

  /**
   * @param lines the names of the lines that the program prints
   * @param heap whose collections stop the program; none without it
   */
  constructor(
    sim: Sim,
    values: V,
    random: (stream: string) => Random,
    lines: readonly string[] = [],
    heap: HeapModel | null = null,
  ) {
    this.sim = sim;
    this.values = values;
    this.random = random;
    this.lines = lines;
    this.heap = heap;
  }

  /** Launches a coroutine: a child of the one that runs, or of the program if none does. */
  launch(role: ActorRole, index: number, body: Body<unknown>): Job {
    const { sim, actors } = this;
    const name = role === "body" ? "main" : `${role} ${index + 1}`;
    const { current } = sim.dispatcher;
    const job = current === null ? sim.launch(body, name) : current.scope.launch(body, name);
    actors.set(job.id, { role, index });
    if (role === "worker") this.workerStartsMs.push(sim.now);
    return job;
  }

  /** `yield* program.delay(ms)`: Kotlin's `delay`, seen in the trace. */
  *delay(ms: number) {
    const { sim } = this;
    sim.trace?.add(sim.now, TraceKind.DELAY, sim.current.id, ms);
    yield* sim.delay(ms);
    if (this.stoppedUntilMs > sim.now) yield* this.collected();
  }

  /** While the world is stopped nobody goes on, whatever the clock says: for whoever has waited for a time. */
  *collected() {
    const { sim } = this;
    while (this.stoppedUntilMs > sim.now) yield* sim.delay(this.stoppedUntilMs - sim.now);
  }

  /** `yield* program.acquire(semaphore)`: a wait for a permit is seen in the trace. */
  *acquire(semaphore: Semaphore, element = -1) {
    if (semaphore.tryAcquire()) return;
    this.note(TraceKind.SUSPENDED, element, AT_GATE);
    yield* semaphore.acquire();
    this.note(TraceKind.RESUMED, element, AT_GATE);
  }

  /** The running coroutine has made an element and is about to offer it. */
  produced(element: number): void {
    this.note(TraceKind.PRODUCED, element);
    if (this.heap !== null) this.collect(this.heap);
  }

  /** The running coroutine has finished its work on an element that it received. */
  done(element: number): void {
    this.note(TraceKind.DONE, element);
  }

  /** An element that never reached a buffer, or the work on one that was received, has failed. */
  failed(element: number): void {
    this.note(TraceKind.FAILED, element);
  }

  /** A gate turned an element away. */
  rejected(element: number): void {
    this.note(TraceKind.REJECTED, element);
  }

  /** An element is lost, and by which rule. */
  dropped(element: number, rule: DropRule): void {
    this.note(TraceKind.DROPPED, element, rule);
  }

  /** For buffers of a strategy's own: an element has entered one. */
  accepted(element: number): void {
    this.note(TraceKind.ACCEPTED, element);
  }

  /** For buffers of a strategy's own: the running coroutine has taken an element out. */
  received(element: number): void {
    this.note(TraceKind.RECEIVED, element);
  }

  /** The buffer has another capacity from now on. */
  capacity(elements: number): void {
    this.note(TraceKind.CAPACITY, elements);
  }

  /** A number of a gate, as the picture shows it, has changed. A whole number below 2^31. */
  fact(fact: Fact, value: number): void {
    this.note(TraceKind.GATE, value, fact);
  }

  /** Prints a line: one of the strategy's `lines`, with whole numbers for its places. */
  print(line: string, ...numbers: readonly number[]): void {
    const { trace } = this.sim;
    if (trace === null) return;
    const detail = this.lines.indexOf(line) * 2;
    this.note(TraceKind.REPORT, numbers[0] ?? -1, detail);
    for (const number of numbers.slice(1)) this.note(TraceKind.REPORT, number, detail + 1);
  }

  /** `listener` is called after a live setting was changed. */
  onValuesChanged(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Tells the program that its values were changed. */
  valuesChanged(): void {
    for (const listener of this.listeners) listener();
  }

  private collect(heap: HeapModel): void {
    const pauseMs = heap.collect();
    if (pauseMs === 0) return;
    this.stoppedUntilMs = Math.max(this.stoppedUntilMs, this.sim.now) + pauseMs;
    this.fact(Fact.GC_UNTIL, this.stoppedUntilMs);
  }

  private note(kind: TraceKind, element: number, detail = 0): void {
    const { sim } = this;
    // Before any coroutine runs it is the program itself that tells.
    sim.trace?.add(sim.now, kind, sim.dispatcher.current?.id ?? 0, element, detail);
  }
}
