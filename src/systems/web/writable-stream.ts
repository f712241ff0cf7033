import { ReadyQueue } from "../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { type NodeLoop, VirtualPromise } from "../node/index.ts";

export interface WritableStreamOptions<T> {
  /** The number of elements from which on `ready` is pending (CountQueuingStrategy). */
  readonly highWaterMark: number;
  /** Works on one element; the next one waits until the promise is fulfilled. */
  readonly write: (chunk: T) => VirtualPromise<void>;
  /** Called when the last element is done. */
  readonly close: () => VirtualPromise<void>;
  /** The promise for which the first `write` waits. */
  readonly start?: VirtualPromise<void>;
  /** The log of the queue, in which elements wait for the one that is being worked on. */
  readonly station?: StationLog | null;
  /** The log of the connection from the writer, which records when the queue reaches its mark and has room again. */
  readonly upstream?: ConnectionLog | null;
}

/**
 * `WritableStream` with its default controller (WHATWG Streams §5, as Node 20.20 runs it, job for job): works on one
 * element at a time, and counts an element until its work is over. `abort` and errors are left out.
 */
export class WritableStream<T> {
  readonly loop: NodeLoop;
  private readonly options: WritableStreamOptions<T>;
  /** The elements that are not done; the first one may be the one that is being worked on. */
  private readonly queue = new ReadyQueue<T>();
  private readonly requests = new ReadyQueue<VirtualPromise<void>>();
  private writer: WritableStreamWriter<T> | null = null;
  private hasStarted = false;
  private isWriting = false;
  private isAtMark: boolean;
  private closing: VirtualPromise<void> | null = null;
  private closeIsQueued = false;
  private isClosed = false;

  constructor(loop: NodeLoop, options: WritableStreamOptions<T>) {
    this.loop = loop;
    this.options = options;
    this.isAtMark = options.highWaterMark <= 0;
    const started = new VirtualPromise<void>(loop);
    started.resolve(options.start);
    started.react(() => {
      this.hasStarted = true;
      this.advance();
    });
  }

  /** How many more elements may come before there is backpressure. */
  get desiredSize(): number {
    return this.isClosed ? 0 : this.options.highWaterMark - this.queue.size;
  }

  /** Whether the queue has reached its mark. */
  get hasBackpressure(): boolean {
    return this.isAtMark;
  }

  /** Whether `close` was called. */
  get isClosing(): boolean {
    return this.closing !== null;
  }

  /** Locks the stream to one writer. Throws if there is one already. */
  getWriter(): WritableStreamWriter<T> {
    if (this.writer !== null) throw new Error("getWriter: the stream is locked");
    this.writer = new WritableStreamWriter(this);
    return this.writer;
  }

  /** For the writer: takes an element, even beyond the mark. The promise is fulfilled when the element is done. */
  write(chunk: T): VirtualPromise<void> {
    if (this.isClosing) throw new Error("write: the stream is closing");
    const request = new VirtualPromise<void>(this.loop);
    this.requests.push(request);
    this.queue.push(chunk);
    const goesOn = this.hasStarted && this.queue.size === 1;
    if (!goesOn) this.options.station?.entered(chunk);
    else this.options.station?.passed(chunk);
    this.updateBackpressure();
    if (goesOn) this.work(chunk);
    return request;
  }

  /** For the writer: closes the stream when everything is done, then fulfils the promise. Throws the second time. */
  close(): VirtualPromise<void> {
    if (this.closing !== null) throw new Error("close: the stream is closing");
    this.closing = new VirtualPromise<void>(this.loop);
    this.closeIsQueued = true;
    if (this.isAtMark) this.writer?.ready.resolve();
    this.advance();
    return this.closing;
  }

  private advance(): void {
    if (!this.hasStarted || this.isWriting) return;
    if (this.queue.size > 0) {
      const chunk = this.queue.first();
      this.options.station?.left(chunk);
      this.work(chunk);
    } else if (this.closeIsQueued) {
      this.closeIsQueued = false;
      this.options.close().react(() => this.closeNow());
    }
  }

  private work(chunk: T): void {
    const request = this.requests.shift();
    this.isWriting = true;
    this.options.write(chunk).react(() => {
      request.resolve();
      this.isWriting = false;
      this.queue.shift();
      if (!this.isClosing) this.updateBackpressure();
      this.advance();
    });
  }

  private closeNow(): void {
    this.closing?.resolve();
    this.isClosed = true;
    this.writer?.closed.resolve();
  }

  private updateBackpressure(): void {
    const isAtMark = this.desiredSize <= 0;
    if (isAtMark === this.isAtMark) return;
    this.isAtMark = isAtMark;
    this.options.upstream?.signalled(isAtMark ? "pending" : "ready");
    this.writer?.changeReady(isAtMark);
  }
}

/** `WritableStreamDefaultWriter`. */
export class WritableStreamWriter<T> {
  /** Pending exactly while there is backpressure; fulfilled as soon as there is room for one element. */
  ready: VirtualPromise<void>;
  /** Fulfilled when the stream is closed. */
  readonly closed: VirtualPromise<void>;
  readonly stream: WritableStream<T>;

  /** Use `getWriter`. */
  constructor(stream: WritableStream<T>) {
    this.stream = stream;
    this.closed = new VirtualPromise<void>(stream.loop);
    this.ready = new VirtualPromise<void>(stream.loop);
    if (stream.isClosing || !stream.hasBackpressure) this.ready.resolve();
  }

  get desiredSize(): number {
    return this.stream.desiredSize;
  }

  /** Writes an element, ready or not. The promise is fulfilled when the element is done. Throws after `close`. */
  write(chunk: T): VirtualPromise<void> {
    return this.stream.write(chunk);
  }

  /** Closes the stream: nothing more will be written. Fulfilled when everything is done. Throws the second time. */
  close(): VirtualPromise<void> {
    return this.stream.close();
  }

  /** For the stream: makes `ready` pending when the queue reaches its mark, and fulfils it when there is room again. */
  changeReady(isAtMark: boolean): void {
    if (isAtMark) this.ready = new VirtualPromise<void>(this.stream.loop);
    else this.ready.resolve();
  }
}
