import { ReadyQueue } from "../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { Emitter } from "./emitter.ts";
import { DESTROYED } from "./losses.ts";
import type { NodeLoop } from "./node-loop.ts";
import type { Pipe } from "./pipe.ts";
import type { ReadableEvents, ReadableOptions } from "./readable-options.ts";

/**
 * Node's `stream.Readable` in object mode (`internal/streams/readable.js`, Node 20.20): a buffer that a source
 * fills with `push` and that is emptied either by flowing ('data') or by who reads on 'readable'.
 *
 * Destroying it loses what waits. Left out: byte mode, `unshift`, `wrap`, and going back from reading to flowing.
 */
export class Readable<T> extends Emitter<ReadableEvents<T>> {
  readonly highWaterMark: number;
  /** For `pipe`: what this stream is piped to. */
  readonly pipes: Pipe<T>[] = [];
  /** For `pipe`: those whose answer was false, until they drain or the next element leaves. */
  readonly awaitDrain = new Set<Pipe<T>>();
  readonly loop: NodeLoop;
  private readonly buffer = new ReadyQueue<T>();
  private readonly callRead: (readable: Readable<T>) => void;
  private readonly autoDestroy: boolean;
  private readonly station: StationLog | null;
  private readonly upstream: ConnectionLog | null;
  private readonly downstream: ConnectionLog | null;

  /** Null until somebody listens, pauses or resumes. */
  private flowing: boolean | null = null;
  private hasEnded = false;
  private endWasEmitted = false;
  private isReading = false;
  /** Whether `read` is being called. */
  private inRead: boolean;
  private needsReadable = false;
  private emittedReadable = false;
  private resumeScheduled = false;
  private readingMore = false;
  private wasDestroyed = false;
  private closeWasEmitted = false;
  private error: Error | null = null;

  constructor(loop: NodeLoop, options: ReadableOptions<T>) {
    super();
    this.loop = loop;
    this.highWaterMark = options.highWaterMark;
    this.callRead = options.read;
    this.autoDestroy = options.autoDestroy ?? true;
    this.inRead = options.startsSync ?? true;
    this.station = options.station ?? null;
    this.upstream = options.upstream ?? null;
    this.downstream = options.downstream ?? null;
  }

  /** How many elements wait in the buffer. */
  get readableLength(): number {
    return this.buffer.size;
  }

  /** Whether `push(null)` was called. */
  get ended(): boolean {
    return this.hasEnded;
  }

  /** Whether 'end' was emitted. */
  get readableEnded(): boolean {
    return this.endWasEmitted;
  }

  get destroyed(): boolean {
    return this.wasDestroyed;
  }

  /**
   * Adds an element; null says that it was the last. Returns whether the source should go on: it is advice,
   * the element is kept either way. Only a destroyed stream takes nothing (false).
   */
  push(chunk: T | null): boolean {
    if (chunk === null) {
      this.isReading = false;
      this.endOfSource();
      return false;
    }
    if (this.hasEnded) {
      if (!this.wasDestroyed) this.destroy(new Error("stream.push() after EOF"));
      return false;
    }
    if (this.wasDestroyed) {
      this.station?.lost(chunk, DESTROYED);
      return false;
    }
    this.isReading = false;
    const { size } = this.buffer;
    if (this.flowing === true && !this.inRead && size === 0 && this.listenerCount("data") > 0) {
      this.awaitDrain.clear();
      this.station?.passed(chunk);
      this.emit("data", chunk);
    } else {
      this.station?.entered(chunk);
      this.buffer.push(chunk);
      if (this.needsReadable) this.emitReadable();
    }
    this.maybeReadMore();
    return !this.hasEnded && (this.buffer.size < this.highWaterMark || this.buffer.size === 0);
  }

  /** Takes the next element, or null if there is none now. Calls the source first if the buffer runs low. */
  read(): T | null {
    return this.takeOrFill(true);
  }

  /** Lets elements flow to 'data', from the next tick on. */
  resume(): void {
    if (this.flowing === true) return;
    this.flowing = this.listenerCount("readable") === 0;
    if (this.resumeScheduled) return;
    this.resumeScheduled = true;
    this.loop.nextTick(this.resumeLater);
  }

  /** Stops the flow; what the source pushes waits in the buffer. */
  pause(): void {
    if (this.flowing === false) return;
    this.flowing = false;
    this.downstream?.signalled("pause");
    this.emit("pause");
  }

  /** Ends one pipe, or does nothing if this stream is not piped there. The last one pauses the stream. */
  unpipe(pipe: Pipe<T>): void {
    const index = this.pipes.indexOf(pipe);
    if (index < 0) return;
    this.pipes.splice(index, 1);
    if (this.pipes.length === 0) this.pause();
    pipe.cleanUp();
  }

  /** Ends the stream at once: 'close' comes on the next tick, behind 'error' if there is one; 'end' doesn't. */
  destroy(error: Error | null = null): void {
    if (this.wasDestroyed) return;
    this.wasDestroyed = true;
    this.error = error;
    this.loop.nextTick(() => {
      if (error !== null && !this.emit("error", error)) throw error;
      this.closeWasEmitted = true;
      if (this.station !== null) this.sayLost(this.station);
      this.emit("close");
    });
  }

  /** What waits will reach nobody, though it stays in the buffer and counts. */
  private sayLost(station: StationLog): void {
    const { buffer } = this;
    for (let left = buffer.size; left > 0; left--) {
      const chunk = buffer.shift();
      station.lost(chunk, DESTROYED);
      buffer.push(chunk);
    }
  }

  protected override listenerAdded(event: keyof ReadableEvents<T>): void {
    if (event === "data") {
      if (this.flowing !== false) this.resume();
    } else if (event === "readable" && !this.endWasEmitted && this.listenerCount(event) === 1) {
      this.needsReadable = true;
      this.flowing = false;
      this.emittedReadable = false;
      if (this.buffer.size > 0) this.emitReadable();
      else if (!this.isReading) this.loop.nextTick(() => this.takeOrFill(false));
    }
  }

  /** Node's `read(n)`: with `wanted` undefined, else 0, which only lets the source fill the buffer. */
  private takeOrFill(wanted: boolean): T | null {
    const { buffer, highWaterMark } = this;
    if (wanted) this.emittedReadable = false;
    else if (this.needsReadable && (this.isFilled() || this.hasEnded)) {
      if (buffer.size === 0 && this.hasEnded) this.emitEnd();
      else this.emitReadable();
      return null;
    }
    let takes = wanted && !(buffer.size === 0 && this.hasEnded);
    if (!takes && this.hasEnded) {
      if (buffer.size === 0) this.emitEnd();
      return null;
    }
    const runsLow = buffer.size === 0 || buffer.size - (takes ? 1 : 0) < highWaterMark;
    if ((this.needsReadable || runsLow) && this.canRead()) {
      this.isReading = true;
      this.inRead = true;
      if (buffer.size === 0) this.needsReadable = true;
      this.upstream?.requested(1);
      this.callRead(this);
      this.inRead = false;
      // What it pushed meanwhile may be taken, or may have been the end.
      if (!this.isReading) takes = wanted && !(buffer.size === 0 && this.hasEnded);
    }
    if (!takes || buffer.size === 0) {
      if (buffer.size <= highWaterMark) this.needsReadable = true;
      this.afterTaking(wanted);
      return null;
    }
    const chunk = buffer.shift();
    this.awaitDrain.clear();
    this.station?.left(chunk);
    this.afterTaking(wanted);
    if (!this.closeWasEmitted) this.emit("data", chunk);
    return chunk;
  }

  private afterTaking(wanted: boolean): void {
    if (this.buffer.size > 0) return;
    if (!this.hasEnded) this.needsReadable = true;
    else if (wanted) this.emitEnd();
  }

  private isFilled(): boolean {
    const { size } = this.buffer;
    return this.highWaterMark === 0 ? size > 0 : size >= this.highWaterMark;
  }

  private canRead(): boolean {
    return !this.isReading && !this.hasEnded && !this.wasDestroyed;
  }

  private endOfSource(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    if (this.inRead) {
      this.emitReadable();
    } else {
      this.needsReadable = false;
      this.emittedReadable = true;
      this.sayReadable();
      while (this.flowOne());
    }
  }

  private emitReadable(): void {
    this.needsReadable = false;
    if (this.emittedReadable) return;
    this.emittedReadable = true;
    this.loop.nextTick(this.emitReadableNow);
  }

  private readonly emitReadableNow = (): void => {
    this.sayReadable();
    this.flow();
  };

  private sayReadable(): void {
    if (!this.wasDestroyed && (this.buffer.size > 0 || this.hasEnded)) {
      this.emit("readable");
      this.emittedReadable = false;
    }
    const mayGrow = this.flowing !== true && !this.hasEnded;
    if (mayGrow && this.buffer.size <= this.highWaterMark) this.needsReadable = true;
  }

  private readonly resumeLater = (): void => {
    if (!this.isReading) this.takeOrFill(false);
    this.resumeScheduled = false;
    this.downstream?.signalled("resume");
    this.emit("resume");
    this.flow(this.fillAfterFlow);
  };

  private readonly fillAfterFlow = (): void => {
    if (this.flowing === true && !this.isReading) this.takeOrFill(false);
  };

  /** Takes elements as long as they flow, then runs `next`: the last deed of a tick, which gives way after each of them. */
  private flow(next: () => void = () => undefined): void {
    if (this.flowOne()) this.loop.giveWay(() => this.flow(next));
    else next();
  }

  /** Takes an element if they flow and one is there. Returns whether it did. */
  private flowOne(): boolean {
    return this.flowing === true && this.takeOrFill(true) !== null;
  }

  /** Once a tick: goes on calling the source until the buffer has reached its mark. */
  private maybeReadMore(): void {
    if (this.readingMore) return;
    this.readingMore = true;
    this.loop.nextTick(this.readMore);
  }

  private readonly readMore = (): void => {
    const { buffer, highWaterMark } = this;
    while (!this.isReading && !this.hasEnded) {
      const { size } = buffer;
      if (size >= highWaterMark && !(this.flowing === true && size === 0)) break;
      this.takeOrFill(false);
      if (buffer.size === size) break;
    }
    this.readingMore = false;
  };

  private emitEnd(): void {
    if (this.endWasEmitted) return;
    this.loop.nextTick(() => {
      if (this.error !== null || this.closeWasEmitted || this.endWasEmitted) return;
      if (this.buffer.size > 0) return;
      this.endWasEmitted = true;
      this.emit("end");
      if (this.autoDestroy) this.destroy();
    });
  }
}
