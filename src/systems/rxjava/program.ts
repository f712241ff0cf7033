/**
 * An RxJava program as a strategy writes it: what emits, what the operators between tell the trace, and who works.
 */
import { type ConnectionLog, Recorder, type StationLog, TaskEnd } from "../../trace/index.ts";
import type { Actor } from "../actor.ts";
import { type Emitter, type Subscriber, WorkingSubscriber } from "../reactive/index.ts";
import type { Setup } from "../system.ts";
import { GAUGES, stationNumber } from "../topology.ts";
import { ProgramClock } from "./program-clock.ts";

/** The settings of the workload that every program of RxJava heeds. */
export interface Load {
  /** How many elements are emitted; 0: without end. */
  readonly count: number;
  /** The pause after each of them, in ms. */
  readonly producerDelayMs: number;
  /** How long the subscriber works on one, in ms. */
  readonly consumerDelayMs: number;
}

/** Who acts, by the numbers that rows call them by. Operators are nobody: they run in the call of another. */
const OPERATOR = 0;
const PRODUCER = 1;
const WORKER = 2;

export class Program<V extends Load = Load> {
  readonly clock: ProgramClock;
  readonly recorder: Recorder;
  /** The current settings: read a live one when it is needed, not before. */
  readonly values: V;
  readonly actors: ReadonlyMap<number, Actor>;
  /** When the subscriber subscribed, in ms. */
  readonly workerStartsMs: number[] = [];
  private readonly setup: Setup;
  private readonly source: number;
  private readonly workers: number;

  constructor(setup: Setup & { readonly values: V }) {
    const { topology, trace, limits, values } = setup;
    this.setup = setup;
    this.values = values;
    this.clock = new ProgramClock(limits.events);
    this.recorder = new Recorder(trace, this.clock);
    this.source = stationNumber(topology, "source");
    this.workers = stationNumber(topology, "workers");
    this.actors = new Map<number, Actor>([
      [PRODUCER, { role: "producer", index: 0, station: this.source }],
      [WORKER, { role: "worker", index: 0, station: this.workers }],
    ]);
  }

  /** The program of a `create`: emits 0, 1, 2, ... with a pause after each, requested or not, and completes. */
  emitting(): (emitter: Emitter<number>) => void {
    const { clock, recorder, values, source } = this;
    return (emitter) => {
      let next = 0;
      const goOn = () => {
        if (values.count > 0 && next === values.count) {
          emitter.complete();
          recorder.ended(PRODUCER, TaskEnd.COMPLETED);
          return;
        }
        emitter.next(next++);
        const pauseMs = values.producerDelayMs;
        recorder.began(source, PRODUCER, pauseMs);
        clock.after(pauseMs, goOn);
      };
      goOn();
    };
  }

  /** What a `create` tells: what it makes, and what waits in its buffer, the station `buffer`. */
  created(buffer: string): StationLog {
    const log = this.station(buffer);
    let waiting = 0;
    return {
      ...log,
      made: (element) => this.made(element as number),
      entered: (element) => {
        log.entered(element);
        this.checkBound(++waiting);
      },
      left: (element) => {
        log.left(element);
        waiting--;
      },
    };
  }

  /** What an operator tells of the station that it is. */
  station(id: string): StationLog {
    return this.recorder.station(this.numberOf(id), OPERATOR);
  }

  /** What the last operator tells of the station that it is: an element that leaves it is in the worker's hand. */
  lastStation(id: string): StationLog {
    const { recorder } = this;
    const number = this.numberOf(id);
    return {
      ...this.station(id),
      left: (element) => recorder.left(number, WORKER, element as number),
    };
  }

  /**
   * What the station `to` tells of the requests that it sends to `from`. `line`: the line of the program that is
   * printed at each of them.
   */
  connection(from: string, to: string, line?: string): ConnectionLog {
    const ends = { from: this.numberOf(from), to: this.numberOf(to) };
    const number = this.setup.topology.connections.findIndex(
      (each) => each.from === ends.from && each.to === ends.to,
    );
    if (number < 0) throw new Error(`there is no connection from ${from} to ${to}`);
    const who = ends.to === this.workers ? WORKER : OPERATOR;
    const log = this.recorder.connection(number, who);
    if (line === undefined) return log;
    const printed = this.setup.lines.indexOf(line);
    return {
      ...log,
      requested: (n) => {
        log.requested(n);
        this.recorder.printed(WORKER, printed, [n]);
      },
    };
  }

  /** The subscriber: it works on one element after the other and requests the next when one is done. */
  worker(requests: ConnectionLog): Subscriber<number> {
    const { clock, values, workers, recorder } = this;
    this.workerStartsMs.push(clock.now);
    let isOver = false;
    let isWorking = false;
    const log = recorder.station(workers, WORKER);
    const endIfIdle = () => {
      if (isOver && !isWorking) recorder.ended(WORKER, TaskEnd.COMPLETED);
    };
    return new WorkingSubscriber<number>(
      clock,
      { demand: "one-by-one", workMs: () => values.consumerDelayMs },
      () => {
        isOver = true;
        endIfIdle();
      },
      {
        ...log,
        began: (element, forMs) => {
          isWorking = true;
          log.began(element, forMs);
        },
        done: (element) => {
          isWorking = false;
          log.done(element);
          endIfIdle();
        },
      },
      requests,
    );
  }

  private made(element: number): void {
    this.recorder.made(this.source, PRODUCER, element);
    const { clock, setup } = this;
    const { heap } = setup;
    if (heap === null) return;
    const pauseMs = heap.collect();
    if (heap.liveBytes > heap.limitBytes) {
      const at = `${clock.now} ms of virtual time`;
      clock.stop("heap", `the heap of ${heap.limitBytes} bytes was full at ${at}: out of memory`);
    }
    if (pauseMs === 0) return;
    clock.stoppedUntilMs = Math.max(clock.stoppedUntilMs, clock.now) + pauseMs;
    const gauge = GAUGES.workers.indexOf("stoppedUntilMs");
    this.recorder.gauge(this.workers, PRODUCER, gauge, clock.stoppedUntilMs);
  }

  private checkBound(waiting: number): void {
    const { elements } = this.setup.limits;
    if (waiting <= elements) return;
    const at = `${this.clock.now} ms of virtual time`;
    this.clock.stop("elements", `more than ${elements} elements waited in one buffer at ${at}`);
  }

  private numberOf(station: string): number {
    return stationNumber(this.setup.topology, station);
  }
}
