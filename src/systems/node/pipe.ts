import type { Readable } from "./readable.ts";
import type { Writable } from "./writable.ts";

/**
 * `source.pipe(destination)` (`Readable.prototype.pipe`, Node 20.20): writes every element, pauses the source when the
 * destination answers false, and resumes it at the destination's 'drain'. A source with several destinations is resumed
 * when none of them needs to drain any more.
 */
export class Pipe<T> {
  private readonly source: Readable<T>;
  private readonly destination: Writable<T>;
  private listensForDrain = false;
  private isOver = false;

  /** Use `pipe`. */
  constructor(source: Readable<T>, destination: Writable<T>, end: boolean) {
    this.source = source;
    this.destination = destination;
    source.pipes.push(this);
    const atEnd = end ? this.onEnd : this.unpipe;
    if (source.readableEnded) source.loop.nextTick(atEnd);
    else source.once("end", atEnd);
    source.on("data", this.onData);
    destination.once("close", this.unpipe);
    destination.once("finish", this.unpipe);
    if (destination.writableNeedDrain) this.pause();
    else source.resume();
  }

  /** Removes all the listeners. The source calls it, after it has removed this pipe from its list. */
  cleanUp(): void {
    const { source, destination } = this;
    destination.off("close", this.unpipe);
    destination.off("finish", this.unpipe);
    destination.off("drain", this.onDrain);
    source.off("end", this.onEnd);
    source.off("end", this.unpipe);
    source.off("data", this.onData);
    this.isOver = true;
    // Otherwise the other destinations would wait for a 'drain' that no listener gets.
    if (source.awaitDrain.has(this)) this.onDrain();
  }

  private readonly onData = (chunk: T): void => {
    if (!this.destination.write(chunk)) this.pause();
  };

  private pause(): void {
    if (this.isOver) return;
    this.source.awaitDrain.add(this);
    this.source.pause();
    if (this.listensForDrain) return;
    this.listensForDrain = true;
    this.destination.on("drain", this.onDrain);
  }

  private readonly onDrain = (): void => {
    const { source } = this;
    source.awaitDrain.delete(this);
    if (source.awaitDrain.size === 0 && source.listenerCount("data") > 0) source.resume();
  };

  private readonly onEnd = (): void => this.destination.end();

  private readonly unpipe = (): void => this.source.unpipe(this);
}

/**
 * Pipes `source` into `destination`.
 * @param end whether the destination is ended at the end of the source; true by default, as in Node
 */
export function pipe<T>(source: Readable<T>, destination: Writable<T>, end = true): void {
  new Pipe(source, destination, end);
}
