/**
 * A program of RxJava or Reactor as a strategy writes it: its source, its subscriber, and the logs through which the
 * operators between them write to the trace.
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
import { boundedLog } from "../bounded-log.ts";
import { connectionNumber } from "../connection-number.ts";
import type { Load, LoadAtOnce } from "../load.ts";
import type { Setup } from "../system.ts";
import { stationNumber } from "../topology.ts";
import { addDemand, UNBOUNDED } from "./demand.ts";
import type { Emitter } from "./emitter.ts";
import type { Source, Subscriber } from "./signals.ts";
import type { VirtualScheduler } from "./virtual-scheduler.ts";
import { WorkingSubscriber } from "./working-subscriber.ts";

/** Where the programs of the two libraries differ. */
export interface Library {
  readonly newClock: (maxEvents: number) => VirtualScheduler;
  /** Whether the subscriber goes on requesting when the stream has ended. */
  readonly requestsAfterEnd: boolean;
}

/** The numbers of the actors in rows. An operator is no actor, because it runs in another's call. */
const OPERATOR = 0;
const PRODUCER = 1;
const WORKER = 2;

/** The line that a program prints when the stream fails, and the numbers in it. */
export type FailedLine = readonly [line: string, ...numbers: number[]];

export class Program<V extends LoadAtOnce = LoadAtOnce> {
  readonly clock: VirtualScheduler;
  readonly recorder: Recorder;
  /** The current settings: read a live one when it is needed, not before. */
  readonly values: V;
  readonly actors: ReadonlyMap<number, Actor>;
  /** When the subscriber subscribed, in ms. */
  readonly workerStartsMs: number[] = [];
  /** How many elements have been made so far. */
  madeCount = 0;
  private readonly setup: Setup;
  private readonly library: Library;
  private readonly source: number;
  private readonly workers: number;

  constructor(setup: Setup & { readonly values: V }, library: Library) {
    const { topology, trace, values, limits } = setup;
    this.setup = setup;
    this.values = values;
    this.library = library;
    this.clock = library.newClock(limits.events);
    this.recorder = new Recorder(trace, this.clock);
    this.source = stationNumber(topology, "source");
    this.workers = stationNumber(topology, "workers");
    this.actors = new Map<number, Actor>([
      [PRODUCER, { role: "producer", index: 0, station: this.source }],
      [WORKER, { role: "worker", index: 0, station: this.workers }],
    ]);
  }

  /**
   * Returns the program of a `create`, a hot source: it emits 0, 1, 2, ... with a pause after each, requested or not.
   */
  emitting(): (emitter: Emitter<number>) => void {
    const { clock, recorder, values } = this;
    return (emitter) => {
      const emit = (element: number) => {
        if (emitter.isCancelled) {
          recorder.ended(PRODUCER, TaskEnd.CANCELLED);
        } else if (values.count > 0 && element === values.count) {
          emitter.complete();
          recorder.ended(PRODUCER, TaskEnd.COMPLETED);
        } else {
          emitter.next(element);
          clock.after(this.pausing(), () => emit(element + 1));
        }
      };
      clock.after(0, () => emit(0));
    };
  }

  /** Like `emitting`, for a source that heeds demand: it waits before the station `next` while none is requested. */
  emittingRequested(next: string): (emitter: Emitter<number>) => void {
    const { clock, recorder, values } = this;
    const station = this.numberOf(next);
    return (emitter) => {
      let element = 0;
      let isIdle = true;
      const emit = () => {
        isIdle = emitter.requested === 0;
        if (isIdle) {
          recorder.held(station, PRODUCER, -1);
          return;
        }
        emitter.next(element++);
        if (element === values.count) {
          emitter.complete();
          recorder.ended(PRODUCER, TaskEnd.COMPLETED);
        } else {
          clock.after(this.pausing(), emit);
        }
      };
      const goOn = () => {
        if (!isIdle) return;
        if (element > 0) recorder.released(station, PRODUCER);
        emit();
      };
      emitter.onRequest(() => clock.after(0, goOn));
    };
  }

  /** Wraps a `source` that makes its elements itself, so that its end is recorded as the producer's. */
  makingItself<T>(source: Source<T>): Source<T> {
    const { recorder } = this;
    return (subscriber) =>
      source({
        onSubscribe: (subscription) => subscriber.onSubscribe(subscription),
        onNext: (element) => subscriber.onNext(element),
        onError(error) {
          recorder.failed(PRODUCER, error);
          subscriber.onError(error);
        },
        onComplete() {
          recorder.ended(PRODUCER, TaskEnd.COMPLETED);
          subscriber.onComplete();
        },
      });
  }

  /**
   * Like `makingItself`, for a source that makes elements only as they are requested: between requests it is recorded
   * as waiting before the station `next`.
   */
  makingRequested<T>(source: Source<T>, next: string): Source<T> {
    const { recorder } = this;
    const station = this.numberOf(next);
    const making = this.makingItself(source);
    return (subscriber) => {
      let outstanding = 0;
      let isWaiting = false;
      let isOver = false;
      making({
        onSubscribe: (subscription) =>
          subscriber.onSubscribe({
            request(n) {
              if (isWaiting) recorder.released(station, PRODUCER);
              isWaiting = false;
              outstanding = addDemand(outstanding, n);
              subscription.request(n);
              if (outstanding > 0 || isOver || isWaiting) return;
              isWaiting = true;
              recorder.held(station, PRODUCER, -1);
            },
            cancel: () => subscription.cancel(),
          }),
        onNext(element) {
          outstanding--;
          subscriber.onNext(element);
        },
        onError(error) {
          isOver = true;
          subscriber.onError(error);
        },
        onComplete() {
          isOver = true;
          subscriber.onComplete();
        },
      });
    };
  }

  /** The log of a source: what it makes, and which of these elements are lost before they reach the next station. */
  sourceStation(): StationLog {
    return {
      ...stationLog(this.recorder, this.source, PRODUCER),
      made: (element) => this.made(element as number),
    };
  }

  /** The log of a `create`: what it makes, and what waits in its buffer, the station `buffer`. */
  created(buffer: string): StationLog {
    return { ...this.station(buffer), made: (element) => this.made(element as number) };
  }

  /** The log of the operator that is the station `id`. */
  station(id: string): StationLog {
    const log = stationLog(this.recorder, this.numberOf(id), OPERATOR);
    return boundedLog(log, this.setup.limits.elements, this.clock);
  }

  /** The log of the last operator, the station `id`: an element that leaves it is in the worker's hand. */
  lastStation(id: string): StationLog {
    const { recorder } = this;
    const number = this.numberOf(id);
    const log = this.station(id);
    return {
      ...log,
      left: (element) => recorder.left(number, WORKER, element as number),
      passed: (element) => {
        log.passed(element);
        recorder.left(number, WORKER, element as number);
      },
    };
  }

  /**
   * The log of the requests that the station `to` sends to `from`. If `line` is given, the program prints that line at
   * each request.
   */
  connection(from: string, to: string, line?: string): ConnectionLog {
    const number = connectionNumber(this.setup.topology, from, to);
    const who = this.numberOf(to) === this.workers ? WORKER : OPERATOR;
    const log = connectionLog(this.recorder, number, who);
    if (line === undefined) return log;
    return {
      ...log,
      requested: (n) => {
        log.requested(n);
        this.print(line, [n]);
      },
    };
  }

  /** Records that the program prints `line`, with `numbers` in its places. */
  print(line: string, numbers: readonly number[] = []): void {
    const told = numbers.map((n) => (n === UNBOUNDED ? -1 : n));
    this.recorder.printed(WORKER, this.setup.lines.indexOf(line), told);
  }

  /**
   * Returns the subscriber, which works on one element at a time and requests the next when it is done. At the end it
   * prints the line `completed`, or after an error what `failedLine` returns for it. By default an error is thrown.
   */
  worker(
    requests: ConnectionLog,
    failedLine: (error: Error) => FailedLine = unexpected,
  ): Subscriber<number> {
    const { clock, values, workers, recorder } = this;
    this.workerStartsMs.push(clock.now);
    let isWorking = false;
    let end: (() => void) | null = null;
    const log = stationLog(recorder, workers, WORKER);
    return new WorkingSubscriber<number>(
      clock,
      {
        demand: "one-by-one",
        workMs: () => values.consumerDelayMs,
        requestsAfterEnd: this.library.requestsAfterEnd,
      },
      (error) => {
        if (error === null) {
          this.print("completed");
          end = () => recorder.ended(WORKER, TaskEnd.COMPLETED);
        } else {
          const [line, ...numbers] = failedLine(error);
          this.print(line, numbers);
          end = () => recorder.failed(WORKER, error);
        }
        if (!isWorking) end();
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
          end?.();
        },
      },
      requests,
    );
  }

  /** Records that the source begins to pause, and returns for how many ms. */
  pausing(): number {
    const { producerDelayMs: pauseMs = 0 }: Partial<Load> = this.values;
    this.recorder.began(this.source, PRODUCER, pauseMs);
    return pauseMs;
  }

  private made(element: number): void {
    this.recorder.made(this.source, PRODUCER, element);
    this.madeCount++;
    const { clock, setup, recorder, workers } = this;
    allocate({ heap: setup.heap, clock, recorder, workers, who: PRODUCER });
  }

  private numberOf(station: string): number {
    return stationNumber(this.setup.topology, station);
  }
}

function unexpected(error: Error): never {
  throw error;
}
