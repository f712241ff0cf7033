/**
 * A Kotlin program as a strategy writes it: Kotlin's words, and beside them what the trace has to be told because
 * no channel knows it: who a coroutine is, what was made, what is worked on, what is done, what a gate's numbers
 * are, and what the program prints.
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
  /** Makes the random numbers for one purpose, seeded with the run. */
  readonly random: (stream: string) => Random;
  /** The stations that it tells of. */
  readonly topology: Topology;
  /** The names of the lines that it prints. */
  readonly lines: readonly string[];
  /** Whose collections stop the program; null for none. */
  readonly heap: Heap | null;
}

/** What a launched coroutine takes until it ends, and what is kept of each for good; measured in Node 20. */
const COROUTINE_BYTES = 750;
const ACTOR_BYTES = 64;

export class Program<V extends object = Values> {
  readonly sim: Sim;
  readonly values: V;
  readonly random: (stream: string) => Random;
  /** The actors that the coroutines are, by the id of their job. */
  readonly actors: (Actor | undefined)[] = [];
  /** When each worker was launched, in ms. */
  readonly workerStartsMs: number[] = [];
  readonly topology: Topology;
  private readonly source: number;
  private readonly workers: number;
  private readonly recorder: Recorder | null;
  private readonly heap: Heap | null;
  /** Until when a garbage collection stops everybody, in ms. */
  private stoppedUntilMs = 0;
  private readonly lines: readonly string[];
  private readonly listeners: (() => void)[] = [];
  /** How many coroutines that carry one element each have not ended. */
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

  /** Launches a coroutine: a child of the one that runs, or of the program if none does. */
  launch(role: ActorRole, index: number, body: Body<unknown>): Job {
    const { sim } = this;
    const name = role === "body" ? "main" : `${role} ${index + 1}`;
    const { current } = sim.dispatcher;
    const job = current === null ? sim.launch(body, name) : current.scope.launch(body, name);
    this.isActor(job.id, role, index);
    if (role === "sender" && !job.isCompleted) {
      this.senders++;
      job.onCompletion = () => {
        this.senders--;
      };
    }
    if (role === "worker") this.workerStartsMs.push(sim.now);
    return job;
  }

  /** Bytes that its coroutines take, those with one element each counted: an estimate. */
  actorBytes(): number {
    return COROUTINE_BYTES * this.senders + ACTOR_BYTES * this.actors.length;
  }

  /** The running coroutine, which a library has launched, is that actor. Returns its number. */
  runsAs(role: ActorRole, index = 0): number {
    return this.isActor(this.sim.current.id, role, index);
  }

  /** An actor that is no coroutine of its own: its code runs within the calls of another. Returns its number. */
  actor(role: ActorRole, index = 0): number {
    return this.isActor(this.sim.dispatcher.takeJobId(), role, index);
  }

  /**
   * A channel that is the buffer `station`: what enters and leaves it is recorded. Throws a RangeError for a
   * capacity or policy that Kotlin refuses. For a channel whose elements are none of the program's, a signal or
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

  /** `yield* program.delay(ms)`: Kotlin's `delay`, seen in the trace. */
  *delay(ms: number, who = this.who()) {
    const { sim } = this;
    // An actor of no station is recorded at the first one: its row is about nobody's element.
    this.recorder?.began(Math.max(0, this.actors[who]?.station ?? 0), who, ms);
    yield* sim.delay(ms);
    if (this.stoppedUntilMs > sim.now) yield* this.collected();
  }

  /** `yield* program.acquire(semaphore, station)`: a wait for a permit is a wait before the station. */
  *acquire(semaphore: Semaphore, station: string, element = -1) {
    if (semaphore.tryAcquire()) return;
    const number = this.numberOf(station);
    this.recorder?.held(number, this.who(), element);
    yield* semaphore.acquire();
    this.recorder?.released(number, this.who(), element);
  }

  /** `yield* program.waitAt(station, ms)`: a `delay` before a station, for what is there only then. */
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

  /** Offering an element failed, or the work on one that was received did. */
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

  /** An element is lost at a station, and by which rule. */
  lost(element: number, rule: LossRule, station = "buffer", who = this.who()): void {
    this.recorder?.lost(this.numberOf(station), who, element, rule);
  }

  /** For stations of a strategy's own: an element has come in and waits. */
  entered(element: number, station = "buffer", who = this.who()): void {
    this.recorder?.entered(this.numberOf(station), who, element);
  }

  /** For stations of a strategy's own: the running coroutine has taken an element out. */
  left(element: number, station = "buffer"): void {
    this.recorder?.left(this.numberOf(station), this.who(), element);
  }

  /** An element goes from one hand into another, without waiting in the station between them. */
  handed(element: number, from: number, to: number, station = "buffer"): void {
    const number = this.numberOf(station);
    this.recorder?.passed(number, from, element);
    this.recorder?.left(number, to, element);
  }

  /** The running coroutine, or `who`, waits before a station, with an element in hand or without. */
  held(element = -1, station = "buffer", who = this.who()): void {
    this.recorder?.held(this.numberOf(station), who, element);
  }

  /** It waits there no more. */
  released(station = "buffer", who = this.who()): void {
    this.recorder?.released(this.numberOf(station), who);
  }

  /** An actor that is no coroutine has come to its end. */
  ended(who: number): void {
    this.recorder?.ended(who, TaskEnd.COMPLETED);
  }

  /** A number of a station has changed: one of `GAUGES` of its kind. A whole number below 2^31. */
  gauge(station: string, name: GaugeName, value: number): void {
    this.tell(this.numberOf(station), name, value);
  }

  /** Prints a line: one of the strategy's `lines`, with whole numbers for its places. */
  print(line: string, ...numbers: readonly number[]): void {
    this.printBy(this.who(), line, ...numbers);
  }

  /** The same, by `who`. */
  printBy(who: number, line: string, ...numbers: readonly number[]): void {
    this.recorder?.printed(who, this.lines.indexOf(line), numbers);
  }

  /** `listener` is called after a live setting was changed. */
  onValuesChanged(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Tells the program that its values were changed. */
  valuesChanged(): void {
    for (const listener of this.listeners) listener();
  }

  /** While a garbage collection stops the world, a coroutine whose time is up waits for the end of it. */
  private *collected() {
    const { sim } = this;
    while (this.stoppedUntilMs > sim.now) yield* sim.delay(this.stoppedUntilMs - sim.now);
  }

  private collect(heap: Heap): void {
    const pauseMs = heap.collect();
    if (heap.isFull) this.sim.dispatcher.stop("heap", "out of memory");
    if (pauseMs === 0) return;
    this.stoppedUntilMs = Math.max(this.stoppedUntilMs, this.sim.now) + pauseMs;
    this.tell(this.workers, "stoppedUntilMs", this.stoppedUntilMs);
  }

  private tell(station: number, name: GaugeName, value: number): void {
    const kind = this.topology.stations[station]?.kind;
    const gauges: readonly GaugeName[] = kind === undefined ? [] : GAUGES[kind];
    const gauge = gauges.indexOf(name);
    if (gauge < 0) throw new Error(`a station of kind ${kind} has no gauge ${name}`);
    this.recorder?.gauge(station, this.who(), gauge, value);
  }

  private isActor(who: number, role: ActorRole, index: number): number {
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

  /** The running coroutine; before any coroutine runs, the program itself. */
  private who(): number {
    return this.sim.dispatcher.current?.id ?? 0;
  }
}
