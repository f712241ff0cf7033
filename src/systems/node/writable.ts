import { ReadyQueue } from "../../kernel/index.ts";
import type { ConnectionLog, StationLog } from "../../trace/index.ts";
import { Emitter } from "./emitter.ts";
import type { NodeLoop } from "./node-loop.ts";

/** The events of a writable. */
interface WritableEvents {
  readonly drain: readonly [];
  readonly finish: readonly [];
  readonly close: readonly [];
}

export interface WritableOptions<T> {
  /** The number of elements from which on `write` answers false. */
  readonly highWaterMark: number;
  /** Node's `_write`: works on one element and calls `callback` when it is done, at once or later. */
  readonly write: (chunk: T, callback: () => void) => void;
  /** Node's `_final`: runs after the last element, before 'finish'. */
  readonly final?: (callback: () => void) => void;
  /** Whether an asynchronous `callback` is the last call of its event, so that the loop may give way in it. */
  readonly givesWay?: boolean;
  /** Whether the stream is destroyed after its 'finish'. True by default, as in Node. */
  readonly autoDestroy?: boolean;
  /** The log of the buffer, in which elements wait for the one that is being worked on. */
  readonly station?: StationLog | null;
  /** The log of the connection from the writer, which records answers of false and 'drain'. */
  readonly upstream?: ConnectionLog | null;
}

/**
 * Node's `stream.Writable` in object mode (`internal/streams/writable.js`, Node 20.20): works on one element at a time
 * and keeps the others. Its length includes the element that is being worked on. 'drain' is emitted when the length is
 * 0 again, not as soon as there is room below the mark.
 *
 * Byte mode, `writev`, `cork`, callbacks of single writes, and errors are left out.
 */
export class Writable<T> extends Emitter<WritableEvents> {
  readonly highWaterMark: number;
  private readonly loop: NodeLoop;
  private readonly work: (chunk: T, callback: () => void) => void;
  private readonly final: ((callback: () => void) => void) | null;
  private readonly givesWay: boolean;
  private readonly autoDestroy: boolean;
  private readonly station: StationLog | null;
  private readonly upstream: ConnectionLog | null;
  private readonly buffer = new ReadyQueue<T>();

  private length = 0;
  private isWriting = false;
  /** Whether `work` is being called: if it calls back before it returns, what follows is only scheduled. */
  private inWork = false;
  private needsDrain = false;
  /** Whether the buffer is in use; stays set until the call of `work` for its last element has returned. */
  private isBuffering = false;
  private inBuffer = false;
  private afterWriteScheduled = false;
  /** How many writes and final steps are not over yet; 'finish' waits for them. */
  private pending = 0;
  private isEnding = false;
  private hasEnded = false;
  private finalCalled = false;
  private isFinished = false;
  private wasDestroyed = false;

  constructor(loop: NodeLoop, options: WritableOptions<T>) {
    super();
    this.loop = loop;
    this.highWaterMark = options.highWaterMark;
    this.work = options.write;
    this.final = options.final ?? null;
    this.givesWay = options.givesWay ?? false;
    this.autoDestroy = options.autoDestroy ?? true;
    this.station = options.station ?? null;
    this.upstream = options.upstream ?? null;
  }

  /** How many elements were written and are not done yet. */
  get writableLength(): number {
    return this.length;
  }

  /** Whether a write has been answered with false since the last 'drain'. */
  get writableNeedDrain(): boolean {
    return !this.wasDestroyed && !this.isEnding && this.needsDrain;
  }

  /** Whether `end()` was called. */
  get writableEnded(): boolean {
    return this.hasEnded;
  }

  /** Whether 'finish' was emitted. */
  get writableFinished(): boolean {
    return this.isFinished;
  }

  /**
   * Takes an element, to be worked on at once or later. Returns whether the writer should go on. That is only advice:
   * the element is kept either way. Throws after `end()`, where Node emits an error.
   */
  write(chunk: T): boolean {
    if (this.isEnding) throw new Error("write after end");
    this.pending++;
    this.length++;
    if (this.isWriting) {
      this.isBuffering = true;
      this.buffer.push(chunk);
      this.station?.entered(chunk);
    } else {
      this.station?.passed(chunk);
      this.begin(chunk);
    }
    const hasRoom = this.length < this.highWaterMark || this.length === 0;
    if (!hasRoom) {
      if (!this.needsDrain) this.upstream?.signalled("full");
      this.needsDrain = true;
    }
    return hasRoom;
  }

  /** Declares that nothing more will be written: 'finish' is emitted when everything is done. */
  end(): void {
    if (this.isEnding) return;
    this.isEnding = true;
    this.finishIfDone();
    this.hasEnded = true;
  }

  /** Ends the stream at once: 'close' is emitted on the next tick. */
  destroy(): void {
    if (this.wasDestroyed) return;
    this.wasDestroyed = true;
    this.loop.nextTick(() => this.emit("close"));
  }

  private begin(chunk: T): void {
    this.isWriting = true;
    this.inWork = true;
    this.work(chunk, this.afterWork);
    this.inWork = false;
  }

  private readonly afterWork = (): void => {
    const wasSync = this.inWork;
    this.isWriting = false;
    this.length--;
    if (!wasSync) {
      this.emptyBuffer(this.givesWay, this.afterWrite);
      return;
    }
    this.emptyBuffer(false);
    if (!this.afterWriteScheduled) {
      this.afterWriteScheduled = true;
      this.loop.nextTick(this.afterWrite);
    } else {
      this.pending--;
      if (this.isEnding) this.finishIfDone();
    }
  };

  private readonly afterWrite = (): void => {
    this.afterWriteScheduled = false;
    if (this.needsDrain && !this.isEnding && !this.wasDestroyed && this.length === 0) {
      this.needsDrain = false;
      this.upstream?.signalled("drain");
      this.emit("drain");
    }
    this.pending--;
    if (this.isEnding) this.finishIfDone();
  };

  /** Works on the buffered elements until one takes time, then runs `next`. */
  private emptyBuffer(givesWay: boolean, next: () => void = () => undefined): void {
    if (!this.isBuffering || this.inBuffer || this.wasDestroyed || this.buffer.size === 0) next();
    else this.workOnWaiting(givesWay, next);
  }

  private workOnWaiting(givesWay: boolean, next: () => void): void {
    const { buffer } = this;
    this.inBuffer = true;
    do {
      const chunk = buffer.shift();
      this.station?.left(chunk);
      this.begin(chunk);
    } while (!givesWay && buffer.size > 0 && !this.isWriting);
    if (buffer.size > 0 && !this.isWriting) {
      this.loop.giveWay(() => this.workOnWaiting(givesWay, next));
      return;
    }
    if (buffer.size === 0) this.isBuffering = false;
    this.inBuffer = false;
    next();
  }

  private finishIfDone(): void {
    if (!this.canFinish()) return;
    if (!this.finalCalled) {
      this.finalCalled = true;
      if (this.final !== null) {
        this.pending++;
        this.final(() => {
          this.pending--;
          if (this.canFinish()) this.finishOnTick();
        });
      }
    }
    if (this.pending === 0) this.finishOnTick();
  }

  private canFinish(): boolean {
    const isOver = this.wasDestroyed || this.isFinished;
    return this.isEnding && !isOver && !this.isWriting && !this.isBuffering && this.length === 0;
  }

  private finishOnTick(): void {
    this.pending++;
    this.loop.nextTick(() => {
      this.pending--;
      if (!this.canFinish()) return;
      this.isFinished = true;
      this.emit("finish");
      if (this.autoDestroy) this.destroy();
    });
  }
}
