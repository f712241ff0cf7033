import { ReadyQueue } from "../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { type NodeLoop, VirtualPromise } from "../node/index.ts";

/** The controller through which a source delivers its elements. */
export interface ReadableController<T> {
  /** How many more elements the queue wants; 0 or less if it has reached its mark. */
  readonly desiredSize: number;
  /** Adds an element, even beyond the mark. Throws after `close`. */
  enqueue(chunk: T): void;
  /** Declares that no more elements will come. Throws the second time. */
  close(): void;
}

/** A reader that waits for one element. */
interface ReadRequest<T> {
  readonly chunk: (chunk: T) => void;
  /** Called when there are no more elements. */
  readonly close: () => void;
}

export interface ReadableStreamOptions<T> {
  /** How many elements are fetched ahead (CountQueuingStrategy). 0: only those that a reader waits for. */
  readonly highWaterMark: number;
  /** Asks the source for an element; it is not called again before the promise is fulfilled. */
  readonly pull: (controller: ReadableController<T>) => VirtualPromise<void>;
  /** The promise for which the first `pull` waits. */
  readonly start?: VirtualPromise<void>;
  /** The log of the queue. */
  readonly station?: StationLog | null;
  /** The log of the connection from the source, which records each `pull`. */
  readonly upstream?: ConnectionLog | null;
}

/**
 * `ReadableStream` with its default controller (WHATWG Streams §4, as Node 20.20 runs it, job for job): pulls while its
 * queue is below the mark or a reader waits for an element. Byte streams, `cancel`, `tee` and errors are left out.
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

  /** Whether the source has closed the stream and everything was read. */
  get closed(): boolean {
    return this.isClosed;
  }

  /** Whether the source should wait. A transform passes this on to its writable side. */
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

  /** Locks the stream to one reader. Throws if there is one already. */
  getReader(): ReadableStreamReader<T> {
    if (this.reader !== null) throw new Error("getReader: the stream is locked");
    this.reader = new ReadableStreamReader(this);
    return this.reader;
  }

  /** For the reader: gives the oldest element of the queue to `request`. Returns false if there is none. */
  giveTo(request: ReadRequest<T>): boolean {
    if (this.queue.size === 0) return false;
    const chunk = this.queue.shift();
    this.options.station?.left(chunk);
    if (this.closeRequested && this.queue.size === 0) this.closeNow();
    else this.pullIfNeeded();
    request.chunk(chunk);
    return true;
  }

  /** For the reader: pulls if the stream has started, is not closing, and an element is wanted. */
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

/** `ReadableStreamDefaultReader`: answers read requests in the order in which they were made. */
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

  /** Whether a request is pending. */
  get isWaiting(): boolean {
    return this.requests.size > 0;
  }

  /** Reads one element: `request` is answered at once if one is there or the stream is closed. */
  read(request: ReadRequest<T>): void {
    if (this.stream.closed) {
      request.close();
    } else if (!this.stream.giveTo(request)) {
      this.requests.push(request);
      this.stream.pullIfNeeded();
    }
  }

  /** For the stream: takes the oldest pending request, or returns null if there is none. */
  takeRequest(): ReadRequest<T> | null {
    return this.requests.size > 0 ? this.requests.shift() : null;
  }

  /** For the stream: answers every pending request with the end of the stream. */
  closeNow(): void {
    this.closed.resolve();
    while (this.requests.size > 0) this.requests.shift().close();
  }
}
