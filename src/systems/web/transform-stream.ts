import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import {
  type AsyncSteps,
  awaited,
  type NodeLoop,
  runAsync,
  VirtualPromise,
} from "../node/index.ts";
import { ReadableStream } from "./readable-stream.ts";
import { WritableStream } from "./writable-stream.ts";

/** The controller through which a transformer delivers its results. */
export interface TransformController<T> {
  enqueue(chunk: T): void;
}

export interface TransformStreamOptions<In, Out> {
  readonly writableHighWaterMark: number;
  readonly readableHighWaterMark: number;
  /** Works on one element; the next one waits until the promise is fulfilled. */
  readonly transform: (chunk: In, controller: TransformController<Out>) => VirtualPromise<void>;
  /** The log of the queue before the work. */
  readonly writableStation?: StationLog | null;
  /** The log of the queue after the work. */
  readonly readableStation?: StationLog | null;
  readonly upstream?: ConnectionLog | null;
  /** The log of the connection to the readable side's queue, which records when a result is wanted. */
  readonly downstream?: ConnectionLog | null;
  /** The log of the connection between the two queues, which records when the transformer is held and released. */
  readonly inside?: ConnectionLog | null;
}

/**
 * `TransformStream` (WHATWG Streams §6, as Node 20.20 runs it, job for job): works only while its readable side wants
 * results; with a readable mark of 0, that is while a reader waits for one. `flush` and errors are left out.
 */
export class TransformStream<In, Out> implements TransformController<Out> {
  readonly readable: ReadableStream<Out>;
  readonly writable: WritableStream<In>;
  private readonly loop: NodeLoop;
  private readonly options: TransformStreamOptions<In, Out>;
  private isHeld = true;
  private change: VirtualPromise<void>;

  constructor(loop: NodeLoop, options: TransformStreamOptions<In, Out>) {
    this.loop = loop;
    this.options = options;
    const start = new VirtualPromise<void>(loop);
    this.change = new VirtualPromise<void>(loop);
    this.writable = new WritableStream<In>(loop, {
      highWaterMark: options.writableHighWaterMark,
      start,
      write: (chunk) => this.workWhenWanted(chunk),
      close: () => this.close(),
      station: options.writableStation ?? null,
      upstream: options.upstream ?? null,
    });
    this.readable = new ReadableStream<Out>(loop, {
      highWaterMark: options.readableHighWaterMark,
      start,
      pull: () => {
        this.hold(false);
        return this.change;
      },
      station: options.readableStation ?? null,
      upstream: options.downstream ?? null,
    });
    start.resolve();
  }

  /** For the transformer: delivers a result. */
  enqueue(chunk: Out): void {
    this.readable.enqueue(chunk);
    if (this.readable.hasBackpressure && !this.isHeld) this.hold(true);
  }

  private workWhenWanted(chunk: In): VirtualPromise<void> {
    if (!this.isHeld) return this.work(chunk);
    return this.change.chain(() => this.work(chunk));
  }

  private work(chunk: In): VirtualPromise<void> {
    const { loop, options } = this;
    const body = function* (this: TransformStream<In, Out>): AsyncSteps<void> {
      yield* awaited(options.transform(chunk, this));
    };
    return runAsync(loop, body.call(this));
  }

  private close(): VirtualPromise<void> {
    const closed = new VirtualPromise<void>(this.loop);
    // This takes one job: that of `flush`.
    this.loop.promiseJob(() => {
      this.readable.close();
      closed.resolve();
    });
    return closed;
  }

  private hold(isHeld: boolean): void {
    this.change.resolve();
    this.change = new VirtualPromise<void>(this.loop);
    this.isHeld = isHeld;
    this.options.inside?.signalled(isHeld ? "withheld" : "released");
  }
}
