import { ReadyQueue } from "../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { type NodeLoop, VirtualPromise } from "../node/index.ts";

/** What a source gives its elements to. */
export interface ReadableController<T> {
  /** How many elements the queue may still take; 0 or less: the source is ahead. */
  readonly desiredSize: number;
  /** Adds an element, also beyond the mark. Throws after `close`. */
  enqueue(chunk: T): void;
  /** Says that no more will come. Throws the second time. */
  close(): void;
}

/** A reader that waits for one element. */
interface ReadRequest<T> {
  readonly chunk: (chunk: T) => void;
  /** There are no more. */
  readonly close: () => void;
}

export interface ReadableStreamOptions<T> {
  /** How many elements are fetched ahead (CountQueuingStrategy). 0: only what somebody waits for. */
  readonly highWaterMark: number;
  /** Asks the source for an element; it is not asked again before the promise is fulfilled. */
  readonly pull: (controller: ReadableController<T>) => VirtualPromise<void>;
  /** What the first `pull` waits for. */
  readonly start?: VirtualPromise<void>;
  /** The queue. */
  readonly station?: StationLog | null;
  /** Where each `pull` is reported: the connection from the source. */
  readonly upstream?: ConnectionLog | null;
}

/**
 * `ReadableStream` with its default controller (WHATWG Streams §4, as Node 20.20 runs it, job for job): pulls
 * while its queue is below the mark or somebody waits for an element. Left out: byte streams, `cancel`, `tee`, errors.
 */
export class ReadableStream<T> implements ReadableController<T> {
  readonly loop: NodeLoop;
  private readonly options: ReadableStreamOptions<T>;
  private readonly queue = new ReadyQueue<T>();
  private reader: ReadableStreamReader<T> | null = null;
  private hasStarted = false;
  private isPulling = false;
  private pullAgain = false;
  private closeRequested = false;
  private isClosed = false;

  constructor(loop: NodeLoop, options: ReadableStreamOptions<T>) {
    this.loop = loop;
    this.options = options;
    const started = new VirtualPromise<void>(loop);
    started.resolve(options.start);
    started.react(() => {
      this.hasStarted = true;
      this.pullIfNeeded();
    });
  }

  get desiredSize(): number {
    return this.isClosed ? 0 : this.options.highWaterMark - this.queue.size;
  }

  /** Whether everything was read and the source is at its end. */
  get closed(): boolean {
    return this.isClosed;
  }

  /** Whether the source should wait: what a transform tells its writable side. */
  get hasBackpressure(): boolean {
    return !this.shouldPull();
  }

  enqueue(chunk: T): void {
    if (this.closeRequested) throw new Error("enqueue: the stream is closed");
    const request = this.reader?.takeRequest() ?? null;
    if (request !== null) {
      this.options.station?.passed(chunk);
      request.chunk(chunk);
    } else {
      this.options.station?.entered(chunk);
      this.queue.push(chunk);
    }
    this.pullIfNeeded();
  }

  close(): void {
    if (this.closeRequested) throw new Error("close: the stream is closed");
    this.closeRequested = true;
    if (this.queue.size === 0) this.closeNow();
  }

  /** Locks the stream to one reader. Throws if there is one. */
  getReader(): ReadableStreamReader<T> {
    if (this.reader !== null) throw new Error("getReader: the stream is locked");
    this.reader = new ReadableStreamReader(this);
    return this.reader;
  }

  /** For the reader: the oldest element of the queue goes to `request`. False if there is none. */
  giveTo(request: ReadRequest<T>): boolean {
    if (this.queue.size === 0) return false;
    const chunk = this.queue.shift();
    this.options.station?.left(chunk);
    if (this.closeRequested && this.queue.size === 0) this.closeNow();
    else this.pullIfNeeded();
    request.chunk(chunk);
    return true;
  }

  /** For the reader: pulls if the stream has started, may go on and is wanted. */
  pullIfNeeded(): void {
    if (!this.shouldPull()) return;
    if (this.isPulling) {
      this.pullAgain = true;
      return;
    }
    this.isPulling = true;
    this.options.upstream?.requested(1);
    this.options.pull(this).react(() => {
      this.isPulling = false;
      if (!this.pullAgain) return;
      this.pullAgain = false;
      this.pullIfNeeded();
    });
  }

  private shouldPull(): boolean {
    if (this.closeRequested || !this.hasStarted) return false;
    return this.reader?.isWaiting === true || this.desiredSize > 0;
  }

  private closeNow(): void {
    this.isClosed = true;
    this.reader?.closeNow();
  }
}

/** `ReadableStreamDefaultReader`: takes elements, in the order in which they were asked for. */
export class ReadableStreamReader<T> {
  /** Fulfilled when the stream is closed. */
  readonly closed: VirtualPromise<void>;
  private readonly stream: ReadableStream<T>;
  private readonly requests = new ReadyQueue<ReadRequest<T>>();

  /** Use `getReader`. */
  constructor(stream: ReadableStream<T>) {
    this.stream = stream;
    this.closed = new VirtualPromise<void>(stream.loop);
    if (stream.closed) this.closed.resolve();
  }

  /** Whether a request stands. */
  get isWaiting(): boolean {
    return this.requests.size > 0;
  }

  /** Asks for one element: `request` is answered at once if one is there. */
  read(request: ReadRequest<T>): void {
    if (this.stream.closed) {
      request.close();
    } else if (!this.stream.giveTo(request)) {
      this.requests.push(request);
      this.stream.pullIfNeeded();
    }
  }

  /** For the stream: the request that stands longest. */
  takeRequest(): ReadRequest<T> | null {
    return this.requests.size > 0 ? this.requests.shift() : null;
  }

  /** For the stream: answers every request with its end. */
  closeNow(): void {
    this.closed.resolve();
    while (this.requests.size > 0) this.requests.shift().close();
  }
}
