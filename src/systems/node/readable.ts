import { ReadyQueue } from "../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { Emitter } from "./emitter.ts";
import { DESTROYED } from "./losses.ts";
import type { NodeLoop } from "./node-loop.ts";
import type { Pipe } from "./pipe.ts";
import type { ReadableEvents, ReadableOptions } from "./readable-options.ts";

/**
 * Node's `stream.Readable` in object mode (`internal/streams/readable.js`, Node 20.20): a buffer that a source fills
 * with `push`, and that is emptied either by flowing ('data') or by a consumer that reads on 'readable'.
 *
 * Destroying it loses the buffered elements. Byte mode, `unshift`, `wrap`, and going back from reading to flowing are
 * left out.
 */
export class Readable<T> extends Emitter<ReadableEvents<T>> {
  readonly highWaterMark: number;
  /** For `pipe`: the pipes from this stream. */
  readonly pipes: Pipe<T>[] = [];
  /** For `pipe`: the pipes whose destination answered false, until it drains or the next element leaves. */
  readonly awaitDrain = new Set<Pipe<T>>();
  readonly loop: NodeLoop;
  private readonly buffer = new ReadyQueue<T>();
  private readonly callRead: (readable: Readable<T>) => void;
  private readonly autoDestroy: boolean;
  private readonly station: StationLog | null;
  private readonly upstream: ConnectionLog | null;
  private readonly downstream: ConnectionLog | null;

  /** Null until the stream gets a listener, or is paused or resumed. */
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
   * Adds an element; null ends the stream. Returns whether the source should go on. That is only advice: the element is
   * kept either way, unless the stream has been destroyed or ended.
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

  /** Takes the next element. Returns null if there is none now. Calls the source first if the buffer runs low. */
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

  /** Ends `pipe`, or does nothing if it is not one of this stream's. Ending the last pipe pauses the stream. */
  unpipe(pipe: Pipe<T>): void {
    const index = this.pipes.indexOf(pipe);
    if (index < 0) return;
    this.pipes.splice(index, 1);
    if (this.pipes.length === 0) this.pause();
    pipe.cleanUp();
  }

  /** Ends the stream at once: 'close' is emitted on the next tick, after 'error' if there is one, and 'end' never. */
  destroy(error: Error | null = null): void {
    if (this.wasDestroyed) return;
    this.wasDestroyed = true;
    this.error = error;
    this.loop.nextTick(() => {
      if (error !== null && !this.emit("error", error)) throw error;
      this.closeWasEmitted = true;
      if (this.station !== null) this.recordLost(this.station);
      this.emit("close");
    });
  }

  /** Records the buffered elements as lost, although they stay in the buffer and count in `readableLength`. */
  private recordLost(station: StationLog): void {
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

  /** Node's `read()` if `wanted`, otherwise `read(0)`, which only makes the source fill the buffer. */
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
      // What the source has just pushed can be taken, or was the end.
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
      this.announceReadable();
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
    this.announceReadable();
    this.flow();
  };

  private announceReadable(): void {
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

  /** Takes elements as long as they flow, giving way after each, then runs `next`. Must be the last call of a tick. */
  private flow(next: () => void = () => undefined): void {
    if (this.flowOne()) this.loop.giveWay(() => this.flow(next));
    else next();
  }

  /** Takes an element if the stream flows and one is there. Returns whether it took one. */
  private flowOne(): boolean {
    return this.flowing === true && this.takeOrFill(true) !== null;
  }

  /** Calls the source on the next tick, at most once per tick, until the buffer has reached its mark. */
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
