/**
 * A program of Pekko Streams as a strategy writes it: its source, its workers, and the logs through which the stages
 * between them write to the trace.
 */
import {
  type ConnectionLog,
  connectionLog,
  Recorder,
  type StationLog,
  stationLog,
  TaskEnd,
} from "../../trace/index.ts";
import type { Actor } from "../actor.ts";
import { allocate } from "../allocation.ts";
import { connectionNumber } from "../connection-number.ts";
import type { Load } from "../load.ts";
import type { Setup } from "../system.ts";
import { GAUGES, stationNumber } from "../topology.ts";
import type { Source } from "./graph.ts";
import { pacedSource } from "./paced-source.ts";
import { ProgramLoop } from "./program-loop.ts";
import { Ignore } from "./stages/ignore.ts";
import { MapStage } from "./stages/map.ts";
import { mapAsync } from "./stages/map-async-operator.ts";

/** The numbers of the actors in rows. A stage is no actor, because it runs in the turn of its island. */
const STAGE = 0;
const PRODUCER = 1;
const FIRST_WORKER = 2;

/** The number of the connection that leads away from the source. */
const FROM_SOURCE = 0;

export class Program<V extends Load = Load> {
  readonly loop: ProgramLoop;
  readonly recorder: Recorder;
  /** The current settings: read a live one when it is needed, not before. */
  readonly values: V;
  /** From when on each worker could work, in ms. */
  readonly workerStartsMs: number[] = [];
  private readonly setup: Setup;
  private readonly source: number;
  private readonly workers: number;
  /** The element that each worker has in hand, or null. */
  private readonly hands: (number | null)[];
  /** How many elements the source was asked for and has not made yet. */
  private asked = 0;
  private isSourceHeld = false;
  private isSourceOver = false;
  /** Whether the source offers its elements by itself, instead of being asked for them. */
  private isOffering = false;
  /** The element whose offer has not been answered yet; -1 for none. */
  private unanswered = -1;

  /** `workers` is how many elements can be worked on at once. */
  constructor(setup: Setup & { readonly values: V }, workers: number) {
    const { topology, trace, limits, values } = setup;
    this.setup = setup;
    this.values = values;
    this.loop = new ProgramLoop(limits.events, () => this.holdSource());
    this.recorder = new Recorder(trace, this.loop);
    this.source = stationNumber(topology, "source");
    this.workers = stationNumber(topology, "workers");
    this.hands = Array.from({ length: workers }, () => null);
  }

  actorOf(who: number): Actor | undefined {
    if (who === PRODUCER) return { role: "producer", index: 0, station: this.source };
    const index = who - FIRST_WORKER;
    if (index < 0 || index >= this.hands.length) return undefined;
    return { role: "worker", index, station: this.workers };
  }

  /** Records that the program prints `line`, with `numbers` in its places. */
  print(line: string, ...numbers: readonly number[]): void {
    this.recorder.printed(STAGE, this.setup.lines.indexOf(line), numbers);
  }

  /** Returns a source of 0, 1, 2, ..., each made when it is asked for and the pause after the last one is over. */
  pacedSource(): Source<number> {
    const { values } = this;
    return pacedSource(values.count, () => values.producerDelayMs, {
      waits: (forMs) => this.sourcePauses(forMs),
      made: (element) => {
        this.made(element);
        this.print("made", element);
      },
      ended: (wasCancelled) => this.sourceEnded(wasCancelled),
    });
  }

  /** Records that the source made `element`. */
  made(element: number): void {
    this.asked--;
    const { loop: clock, recorder, workers, setup } = this;
    recorder.made(this.source, PRODUCER, element);
    allocate({ heap: setup.heap, clock, recorder, workers, who: PRODUCER });
  }

  /** Notes that the source offers `element`; it waits until the offer is answered. */
  offered(element: number): void {
    this.isOffering = true;
    this.unanswered = element;
  }

  /** Notes that the source's offer was answered. */
  answered(): void {
    if (this.isSourceHeld) this.recorder.released(this.afterSource, PRODUCER, this.unanswered);
    this.isSourceHeld = false;
    this.unanswered = -1;
  }

  /** Records that the source pauses for `forMs` ms. */
  sourcePauses(forMs: number): void {
    this.recorder.began(this.source, PRODUCER, forMs);
  }

  sourceEnded(wasCancelled: boolean): void {
    this.isSourceOver = true;
    this.recorder.ended(PRODUCER, wasCancelled ? TaskEnd.CANCELLED : TaskEnd.COMPLETED);
  }

  /** Records that the source must wait before station `id`, with `element` in hand. */
  held(id: string, element: number): void {
    this.isSourceHeld = true;
    this.recorder.held(this.numberOf(id), PRODUCER, element);
  }

  released(id: string, element: number): void {
    this.isSourceHeld = false;
    this.recorder.released(this.numberOf(id), PRODUCER, element);
  }

  gauge(id: string, name: "thousandths", value: number): void {
    this.recorder.gauge(this.numberOf(id), STAGE, GAUGES.tokens.indexOf(name), value);
  }

  /** The log of the stage that is the station `id`. */
  station(id: string): StationLog {
    return stationLog(this.recorder, this.numberOf(id), STAGE);
  }

  /** The log of the last stage before the workers: an element that leaves it is in the hand of one of them. */
  lastStation(id: string): StationLog {
    const number = this.numberOf(id);
    const log = this.station(id);
    const hand = (element: unknown) => {
      this.recorder.left(number, this.take(element as number), element as number);
    };
    return {
      ...log,
      left: hand,
      passed: (element) => {
        log.passed(element);
        hand(element);
      },
    };
  }

  /** The log of the requests that the station `to` sends to `from`. */
  connection(from: string, to: string): ConnectionLog {
    const number = connectionNumber(this.setup.topology, from, to);
    const who = this.numberOf(to) === this.workers ? FIRST_WORKER : STAGE;
    const log = connectionLog(this.recorder, number, who);
    if (number !== FROM_SOURCE) return log;
    return {
      ...log,
      requested: (n) => {
        log.requested(n);
        this.sourceAsked(n);
      },
    };
  }

  /**
   * `mapAsync(parallelism, work).runForeach(...)`: works on the elements of station `from`, and prints how the stream
   * ended. `inputBuffer` is the size of the boundaries' input buffers; `failed` is called if the stream failed.
   */
  consume(
    source: Source<number>,
    from: string,
    inputBuffer: number | undefined,
    failed: () => void,
  ): void {
    const { recorder, values, loop, workers, hands } = this;
    this.workersStart();
    const work = (element: number, complete: (element: number) => void) => {
      const forMs = values.consumerDelayMs;
      this.print("received", element);
      this.began(element, forMs);
      const finish = () => {
        if (this.finished(element)) complete(element);
      };
      if (forMs === 0) finish();
      else loop.after(forMs, finish);
    };
    const inWork: StationLog = {
      ...stationLog(recorder, workers, STAGE),
      entered: () => {},
      left: () => {},
      lost: (element, rule) => {
        const who = this.release(element as number);
        // Less than 0: the work is done, but its result was still waiting for that of an earlier element.
        if (who >= 0) recorder.lost(workers, who, element as number, rule);
      },
    };
    const demand = this.connection(from, "workers");
    source
      .via(mapAsync(hands.length, work, inWork, demand))
      .via(new MapStage((element: number) => this.print("done", element)))
      .to(this.foreach(failed))
      .run(loop, inputBuffer);
  }

  /** Returns the sink of `runForeach`. It prints that the stream has completed, or calls `failed` if it failed. */
  foreach(failed: () => void): Ignore {
    return new Ignore((failure) => {
      for (let i = 0; i < this.hands.length; i++) this.workerEnded(FIRST_WORKER + i, failure);
      // The program learns of the end in a task of its own, behind whatever was already waiting for a turn.
      this.loop.execute(() => {
        if (failure === null) this.print("completed");
        else failed();
      });
    });
  }

  /** Notes that the workers can work from now on. */
  workersStart(): void {
    for (let i = 0; i < this.hands.length; i++) this.workerStartsMs.push(this.loop.now);
  }

  private workerEnded(who: number, failure: Error | null): void {
    if (failure === null) this.recorder.ended(who, TaskEnd.COMPLETED);
    else this.recorder.failed(who, failure);
  }

  /** Gives `element` to the first free worker. Returns the worker's number; throws if none is free. */
  private take(element: number): number {
    const free = this.hands.indexOf(null);
    if (free < 0) throw new Error(`nobody is free for ${element}`);
    this.hands[free] = element;
    return FIRST_WORKER + free;
  }

  /** Records that the worker with `element` in hand works on it for `forMs` ms. */
  began(element: number, forMs: number): void {
    this.recorder.began(this.workers, FIRST_WORKER + this.hands.indexOf(element), forMs);
  }

  /** Records that the work on `element` is done. Returns false if no worker has it in hand any more. */
  finished(element: number): boolean {
    const who = this.release(element);
    if (who >= 0) this.recorder.done(this.workers, who, element);
    return who >= 0;
  }

  /** Takes `element` out of its worker's hand. Returns the worker's number, or -1 if no worker has it. */
  private release(element: number): number {
    const index = this.hands.indexOf(element);
    if (index < 0) return -1;
    this.hands[index] = null;
    return FIRST_WORKER + index;
  }

  /** Called when nothing is left to do at an instant: records a source that was not asked, or not answered, as held. */
  private holdSource(): void {
    const goesOn = this.isOffering ? this.unanswered < 0 : this.asked > 0;
    if (goesOn || this.isSourceOver || this.isSourceHeld) return;
    this.isSourceHeld = true;
    this.recorder.held(this.afterSource, PRODUCER, this.unanswered);
  }

  private sourceAsked(n: number): void {
    this.asked += n;
    if (!this.isSourceHeld) return;
    this.isSourceHeld = false;
    this.recorder.released(this.afterSource, PRODUCER);
  }

  private get afterSource(): number {
    return this.setup.topology.connections[FROM_SOURCE]?.to ?? -1;
  }

  private numberOf(station: string): number {
    return stationNumber(this.setup.topology, station);
  }
}
