/**
 * The functions with which a strategy writes a Kotlin program: Kotlin's own (`launch`, `delay`, `acquire`), and those
 * that report to the trace what no channel knows: the role of a coroutine, which elements were made, worked on and
 * done, the numbers of a gate, and what the program prints.
 */
import type { Random } from "../../kernel/index.ts";
import type { Values } from "../../params/index.ts";
import { type LossRule, type Recorder, TaskEnd } from "../../trace/index.ts";
import type { Actor, ActorRole } from "../actor.ts";
import type { Heap } from "../heap.ts";
import { FAILED, FAILED_WORK, REJECTED } from "../losses.ts";
import { GAUGES, type GaugeName, stationNumber, type Topology } from "../topology.ts";
import { type BufferOverflow, Channel } from "./channels/index.ts";
import type { Body, Job, Semaphore, Sim } from "./coroutines/index.ts";

export interface ProgramSetup<V extends object> {
  readonly sim: Sim;
  /** The current settings: read a live one when it is needed, not before. */
  readonly values: V;
  /** Makes the generator of random numbers for one purpose, from the run's seed. */
  readonly random: (stream: string) => Random;
  /** The stations that its rows are about. */
  readonly topology: Topology;
  /** The names of the lines that it prints. */
  readonly lines: readonly string[];
  /** The heap whose collections stop the program; null for none. */
  readonly heap: Heap | null;
}

/** The bytes that a launched coroutine takes until it ends, and those kept for good; measured in Node 20. */
const COROUTINE_BYTES = 750;
const ACTOR_BYTES = 64;

export class Program<V extends object = Values> {
  readonly sim: Sim;
  readonly values: V;
  readonly random: (stream: string) => Random;
  /** The actors, by number; the number of a coroutine's actor is the id of its job. */
  readonly actors: (Actor | undefined)[] = [];
  /** The time in ms at which each worker was launched. */
  readonly workerStartsMs: number[] = [];
  readonly topology: Topology;
  private readonly source: number;
  private readonly workers: number;
  private readonly recorder: Recorder | null;
  private readonly heap: Heap | null;
  /** The time in ms until which a garbage collection stops every coroutine. */
  private stoppedUntilMs = 0;
  private readonly lines: readonly string[];
  private readonly listeners: (() => void)[] = [];
  /** The number of coroutines that carry one element each and have not ended. */
  private senders = 0;

  constructor({ sim, values, random, topology, lines, heap }: ProgramSetup<V>) {
    this.sim = sim;
    this.values = values;
    this.random = random;
    this.topology = topology;
    this.source = topology.stations.findIndex(({ kind }) => kind === "source");
    this.workers = topology.stations.findIndex(({ kind }) => kind === "workers");
    this.recorder = sim.recorder;
    this.lines = lines;
    this.heap = heap;
  }

  /** Launches a coroutine as a child of the running one, or of the program if none is running. */
  launch(role: ActorRole, index: number, body: Body<unknown>): Job {
    const { sim } = this;
    const name = role === "body" ? "main" : `${role} ${index + 1}`;
    const { current } = sim.dispatcher;
    const job = current === null ? sim.launch(body, name) : current.scope.launch(body, name);
    this.register(job.id, role, index);
    if (role === "sender" && !job.isCompleted) {
      this.senders++;
      job.onCompletion = () => {
        this.senders--;
      };
    }
    if (role === "worker") this.workerStartsMs.push(sim.now);
    return job;
  }

  /** Returns an estimate of the bytes that its coroutines take: those that carry one element each, and all actors. */
  actorBytes(): number {
    return COROUTINE_BYTES * this.senders + ACTOR_BYTES * this.actors.length;
  }

  /** Declares that the running coroutine, which a library launched, is that actor. Returns its number. */
  runsAs(role: ActorRole, index = 0): number {
    return this.register(this.sim.current.id, role, index);
  }

  /** Declares an actor that is not a coroutine: its code runs inside the calls of another. Returns its number. */
  actor(role: ActorRole, index = 0): number {
    return this.register(this.sim.dispatcher.takeJobId(), role, index);
  }

  /**
   * Makes a channel that is the buffer `station`: what enters and leaves it is recorded. Throws a `RangeError` for a
   * capacity or policy that Kotlin refuses. For a channel that carries no elements of the program, such as a signal or
   * a lock, make a `Channel` with `NO_STATION`.
   */
  channel(
    capacity: number,
    onBufferOverflow: BufferOverflow = "SUSPEND",
    onUndeliveredElement: ((element: number) => void) | null = null,
    station = "buffer",
  ): Channel<number> {
    const number = this.numberOf(station);
    return new Channel<number>(this.sim, capacity, onBufferOverflow, onUndeliveredElement, number);
  }

  /** `yield* program.delay(ms)`: Kotlin's `delay`, recorded in the trace. */
  *delay(ms: number, who = this.who()) {
    const { sim } = this;
    // An actor without a station is recorded at the first one; the row is about no element.
    this.recorder?.began(Math.max(0, this.actors[who]?.station ?? 0), who, ms);
    yield* sim.delay(ms);
    if (this.stoppedUntilMs > sim.now) yield* this.collected();
  }

  /** `yield* program.acquire(semaphore, station)`: takes a permit; a wait for it is recorded as a wait at `station`. */
  *acquire(semaphore: Semaphore, station: string, element = -1) {
    if (semaphore.tryAcquire()) return;
    const number = this.numberOf(station);
    this.recorder?.held(number, this.who(), element);
    yield* semaphore.acquire();
    this.recorder?.released(number, this.who(), element);
  }

  /** `yield* program.waitAt(station, ms)`: a `delay` that is recorded as a wait before `station`. */
  *waitAt(station: string, ms: number, element = -1) {
    const number = this.numberOf(station);
    this.recorder?.held(number, this.who(), element);
    yield* this.sim.delay(ms);
    yield* this.collected();
    this.recorder?.released(number, this.who(), element);
  }

  /** The running coroutine, or `who`, has made an element and is about to offer it. */
  made(element: number, who = this.who()): void {
    this.recorder?.made(this.source, who, element);
    if (this.heap !== null) this.collect(this.heap);
  }

  /** The running coroutine, or `who`, has finished its work on an element that it received. */
  done(element: number, who = this.who()): void {
    this.recorder?.done(this.workers, who, element);
  }

  /** Offering an element failed, or, if the running coroutine is a worker, the work on it did. */
  failed(element: number): void {
    const who = this.who();
    if (this.actors[who]?.role === "worker") {
      this.recorder?.lost(this.workers, who, element, FAILED_WORK);
    } else {
      this.recorder?.lost(this.source, who, element, FAILED);
    }
  }

  /** The gate `station` turned an element away. */
  rejected(element: number, station: string): void {
    this.lost(element, REJECTED, station);
  }

  /** An element was lost at a station, by `rule`. */
  lost(element: number, rule: LossRule, station = "buffer", who = this.who()): void {
    this.recorder?.lost(this.numberOf(station), who, element, rule);
  }

  /** For a strategy's own stations: an element has entered and waits. */
  entered(element: number, station = "buffer", who = this.who()): void {
    this.recorder?.entered(this.numberOf(station), who, element);
  }

  /** For a strategy's own stations: the running coroutine has taken an element out. */
  left(element: number, station = "buffer"): void {
    this.recorder?.left(this.numberOf(station), this.who(), element);
  }

  /** An element goes from the actor `from` straight to the actor `to`, without waiting in the station between them. */
  handed(element: number, from: number, to: number, station = "buffer"): void {
    const number = this.numberOf(station);
    this.recorder?.passed(number, from, element);
    this.recorder?.left(number, to, element);
  }

  /** The running coroutine, or `who`, begins to wait before a station, with `element` in hand, or -1 for none. */
  held(element = -1, station = "buffer", who = this.who()): void {
    this.recorder?.held(this.numberOf(station), who, element);
  }

  /** The running coroutine, or `who`, no longer waits before the station. */
  released(station = "buffer", who = this.who()): void {
    this.recorder?.released(this.numberOf(station), who);
  }

  /** An actor that is not a coroutine has ended. */
  ended(who: number): void {
    this.recorder?.ended(who, TaskEnd.COMPLETED);
  }

  /**
   * A gauge of a station has a new value, a whole number below 2^31. Throws if the station's kind has no such gauge in
   * `GAUGES`.
   */
  gauge(station: string, name: GaugeName, value: number): void {
    this.report(this.numberOf(station), name, value);
  }

  /** The running coroutine prints one of the strategy's `lines`, with whole numbers for its places. */
  print(line: string, ...numbers: readonly number[]): void {
    this.printBy(this.who(), line, ...numbers);
  }

  /** The actor `who` prints one of the strategy's `lines`, with whole numbers for its places. */
  printBy(who: number, line: string, ...numbers: readonly number[]): void {
    this.recorder?.printed(who, this.lines.indexOf(line), numbers);
  }

  /** Registers a listener that is called after a live setting was changed. */
  onValuesChanged(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Calls the listeners; to be called after live settings were changed. */
  valuesChanged(): void {
    for (const listener of this.listeners) listener();
  }

  /** Makes a coroutine whose delay is over wait for the end of a garbage collection that stops the world. */
  private *collected() {
    const { sim } = this;
    while (this.stoppedUntilMs > sim.now) yield* sim.delay(this.stoppedUntilMs - sim.now);
  }

  private collect(heap: Heap): void {
    const pauseMs = heap.collect();
    if (heap.isFull) this.sim.dispatcher.stop("heap", "out of memory");
    if (pauseMs === 0) return;
    this.stoppedUntilMs = Math.max(this.stoppedUntilMs, this.sim.now) + pauseMs;
    this.report(this.workers, "stoppedUntilMs", this.stoppedUntilMs);
  }

  private report(station: number, name: GaugeName, value: number): void {
    const kind = this.topology.stations[station]?.kind;
    const gauges: readonly GaugeName[] = kind === undefined ? [] : GAUGES[kind];
    const gauge = gauges.indexOf(name);
    if (gauge < 0) throw new Error(`a station of kind ${kind} has no gauge ${name}`);
    this.recorder?.gauge(station, this.who(), gauge, value);
  }

  private register(who: number, role: ActorRole, index: number): number {
    this.actors[who] = { role, index, station: this.stationOfRole(role) };
    return who;
  }

  private stationOfRole(role: ActorRole): number {
    if (role === "producer" || role === "sender") return this.source;
    return role === "worker" ? this.workers : -1;
  }

  private numberOf(station: string): number {
    return stationNumber(this.topology, station);
  }

  /** Returns the number of the running coroutine; before any coroutine runs, 0 for the program itself. */
  private who(): number {
    return this.sim.dispatcher.current?.id ?? 0;
  }
}
