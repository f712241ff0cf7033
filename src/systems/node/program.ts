/**
 * A program on streams as a strategy writes it, with the logs through which its producer, its streams and its consumer
 * write to the trace. A stream is no actor, because it runs in another's call.
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
import type { Load } from "../load.ts";
import type { Setup } from "../system.ts";
import { stationNumber } from "../topology.ts";
import { type AsyncSteps, awaited, runAsync, sleep } from "./async-function.ts";
import { NEEDED_DRAIN } from "./losses.ts";
import { ProgramClock } from "./program-clock.ts";

/** The numbers of the actors in rows. */
const STREAM = 0;
const PRODUCER = 1;
const WORKER = 2;

/** The most elements that may be made at one instant. A program that makes more never pauses, and is stopped there. */
const MOST_AT_AN_INSTANT = 200_000;

export class Program<V extends Load = Load> {
  readonly clock: ProgramClock;
  readonly recorder: Recorder;
  /** The current settings: read a live one when it is needed, not before. */
  readonly values: V;
  readonly actors: ReadonlyMap<number, Actor>;
  readonly workerStartsMs: readonly number[] = [0];
  private readonly setup: Setup;
  private readonly source: number;
  private readonly workers: number;
  private readonly atInstant = { sinceMs: 0, made: 0 };

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

  /** Calls an async function that is not awaited; `next` is what its caller does after the call. */
  run(steps: AsyncSteps<void>, next?: () => void): void {
    runAsync(this.clock, steps, next);
  }

  /** How many elements are made in all; Infinity if there is no end. */
  get total(): number {
    return this.values.count || Number.POSITIVE_INFINITY;
  }

  readonly produceMs = (): number => this.values.producerDelayMs;
  readonly workMs = (): number => this.values.consumerDelayMs;

  /** The log of the producer. */
  readonly producer: Pick<StationLog, "made" | "began"> = {
    made: (element) => this.made(element as number),
    began: (_element, forMs) => this.recorder.began(this.source, PRODUCER, forMs),
  };

  /** The producer's `await sleep(ms)`. If `ms` is 0 the program's text has no such line, and this only gives way. */
  *pause(): AsyncSteps<void> {
    const pauseMs = this.produceMs();
    if (pauseMs === 0) {
      yield null;
      return;
    }
    this.producer.began(-1, pauseMs);
    yield* awaited(sleep(this.clock, pauseMs));
  }

  /** Records that the producer refuses to write `element`. */
  refuse(element: number): void {
    this.recorder.lost(this.source, PRODUCER, element, NEEDED_DRAIN);
  }

  /** Records that the producer now waits for a stream, however long that takes. */
  waits(): void {
    this.producer.began(-1, 0);
  }

  readonly producerEnded = (): void => this.recorder.ended(PRODUCER, TaskEnd.COMPLETED);
  readonly workerEnded = (): void => this.recorder.ended(WORKER, TaskEnd.COMPLETED);

  /** The log of the consumer's work. */
  worker(): StationLog {
    return stationLog(this.recorder, this.workers, WORKER);
  }

  /** The log of a stream's buffer, the station `id`. */
  buffer(id: string): StationLog {
    return this.bufferOf(id, STREAM);
  }

  /** The log of the last stream's buffer: an element that leaves it, or only passes, is in the worker's hand. */
  lastBuffer(id: string): StationLog {
    const log = this.bufferOf(id, WORKER);
    const { left } = stationLog(this.recorder, this.numberOf(id), WORKER);
    return {
      ...log,
      passed: (element) => {
        log.passed(element);
        left(element);
      },
    };
  }

  /** The log of the connection from the station `from` to the station `to`. */
  connection(from: string, to: string): ConnectionLog {
    const number = connectionNumber(this.setup.topology, from, to);
    return connectionLog(this.recorder, number, STREAM);
  }

  /** Records that the program prints `line`, one of the strategy's lines, with `numbers` in its places. */
  print(line: string, ...numbers: readonly number[]): void {
    this.recorder.printed(PRODUCER, this.setup.lines.indexOf(line), numbers);
  }

  private made(element: number): void {
    this.recorder.made(this.source, PRODUCER, element);
    const { clock, setup, atInstant } = this;
    const at = `${clock.now} ms of virtual time`;
    if (atInstant.sinceMs !== clock.now) Object.assign(atInstant, { sinceMs: clock.now, made: 0 });
    if (++atInstant.made > MOST_AT_AN_INSTANT)
      clock.stop("events", `the producer never pauses at ${at}`);
    const { recorder, workers } = this;
    allocate({ heap: setup.heap, clock, recorder, workers, who: PRODUCER });
  }

  /** The log of the buffer that is the station `id`; an element that leaves it is in the hand of `taker`. */
  private bufferOf(id: string, taker: number): StationLog {
    const number = this.numberOf(id);
    const log = stationLog(this.recorder, number, STREAM);
    const { left } = stationLog(this.recorder, number, taker);
    return boundedLog({ ...log, left }, this.setup.limits.elements, this.clock);
  }

  private numberOf(station: string): number {
    return stationNumber(this.setup.topology, station);
  }
}
